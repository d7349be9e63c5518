// Prints the configuration of Alertmanager that the Prometheus Operator makes of an AlertmanagerConfig.
//
//	operator-config FILE < SURROUNDINGS
package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"os"

	"github.com/blang/semver/v4"
	"github.com/prometheus-operator/prometheus-operator/pkg/alertmanager"
	validation "github.com/prometheus-operator/prometheus-operator/pkg/alertmanager/validation/v1alpha1"
	monitoringv1 "github.com/prometheus-operator/prometheus-operator/pkg/apis/monitoring/v1"
	"github.com/prometheus-operator/prometheus-operator/pkg/apis/monitoring/v1alpha1"
	"github.com/prometheus-operator/prometheus-operator/pkg/assets"
	corev1 "k8s.io/api/core/v1"
	"sigs.k8s.io/yaml"
)

// surroundings is all that the configuration depends on besides the AlertmanagerConfig.
type surroundings struct {
	// Version of Alertmanager, such as 0.28.1: what it does not know is left out.
	Version string `json:"version"`
	// Base is the configuration that the Alertmanager has without any AlertmanagerConfig.
	Base         string                    `json:"base"`
	Alertmanager monitoringv1.Alertmanager `json:"alertmanager"`
	Secrets      []corev1.Secret           `json:"secrets"`
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "one file, please")
		os.Exit(2)
	}
	configuration, err := generate(os.Args[1], os.Stdin)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Stdout.Write(configuration)
}

func generate(file string, input io.Reader) ([]byte, error) {
	config, around, err := read(file, input)
	if err != nil {
		return nil, err
	}
	if err := validation.ValidateAlertmanagerConfig(config); err != nil {
		return nil, fmt.Errorf("the operator refuses it: %w", err)
	}
	version, err := semver.Parse(around.Version)
	if err != nil {
		return nil, err
	}
	logger := slog.New(slog.NewTextHandler(os.Stderr, nil))
	builder := alertmanager.NewConfigBuilder(logger, version, store(around.Secrets), &around.Alertmanager)
	if err := builder.InitializeFromRawConfiguration([]byte(around.Base)); err != nil {
		return nil, fmt.Errorf("base: %w", err)
	}
	configs := map[string]*v1alpha1.AlertmanagerConfig{config.Namespace + "/" + config.Name: config}
	if err := builder.AddAlertmanagerConfigs(context.Background(), configs); err != nil {
		return nil, err
	}
	return builder.MarshalJSON()
}

// read is strict, as the API server is about fields that a definition does not have.
func read(file string, input io.Reader) (*v1alpha1.AlertmanagerConfig, *surroundings, error) {
	config, around := &v1alpha1.AlertmanagerConfig{}, &surroundings{}
	rendered, err := os.ReadFile(file)
	if err != nil {
		return nil, nil, err
	}
	if err := yaml.UnmarshalStrict(rendered, config); err != nil {
		return nil, nil, fmt.Errorf("%s: %w", file, err)
	}
	text, err := io.ReadAll(input)
	if err != nil {
		return nil, nil, err
	}
	return config, around, yaml.UnmarshalStrict(text, around)
}

func store(secrets []corev1.Secret) *assets.StoreBuilder {
	objects := make([]interface{}, len(secrets))
	for i := range secrets {
		objects[i] = &secrets[i]
	}
	return assets.NewTestStoreBuilder(objects...)
}
