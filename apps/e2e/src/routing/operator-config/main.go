// Prints, as JSON, the configuration of Alertmanager that the Prometheus Operator makes of
// AlertmanagerConfigs, and which of them it leaves out.
//
//	operator-config FILE... < SURROUNDINGS
package main

import (
	"context"
	"encoding/json"
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
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/client-go/kubernetes/fake"
	"sigs.k8s.io/yaml"
)

// surroundings is all that the configuration depends on besides the AlertmanagerConfigs.
type surroundings struct {
	// Version of Alertmanager, such as 0.28.1: what it does not know is left out.
	Version string `json:"version"`
	// Base is the configuration that the Alertmanager has without any AlertmanagerConfig.
	Base         string                    `json:"base"`
	Alertmanager monitoringv1.Alertmanager `json:"alertmanager"`
	Secrets      []corev1.Secret           `json:"secrets"`
}

// answer is what the operator makes of everything.
type answer struct {
	Configuration string `json:"configuration"`
	// Rejected has the reason by the name of each AlertmanagerConfig that is left out.
	Rejected map[string]string `json:"rejected"`
}

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "operator-config needs at least one file")
		os.Exit(2)
	}
	made, err := generate(os.Args[1:], os.Stdin)
	if err == nil {
		err = json.NewEncoder(os.Stdout).Encode(made)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func generate(files []string, input io.Reader) (*answer, error) {
	around := &surroundings{}
	text, err := io.ReadAll(input)
	if err != nil {
		return nil, err
	}
	if err := yaml.UnmarshalStrict(text, around); err != nil {
		return nil, err
	}
	accepted, rejected := map[string]*v1alpha1.AlertmanagerConfig{}, map[string]string{}
	for _, file := range files {
		config, err := read(file)
		if err != nil {
			return nil, err
		}
		if err := check(config, around); err != nil {
			rejected[config.Name] = err.Error()
			continue
		}
		accepted[config.Namespace+"/"+config.Name] = config
	}
	configuration, err := build(accepted, around)
	return &answer{Configuration: string(configuration), Rejected: rejected}, err
}

// check decides as selectAlertmanagerConfigs of the operator does, for each AlertmanagerConfig by
// itself: it has to be valid, and all that it refers to has to be there.
func check(config *v1alpha1.AlertmanagerConfig, around *surroundings) error {
	if err := validation.ValidateAlertmanagerConfig(config); err != nil {
		return err
	}
	alone := map[string]*v1alpha1.AlertmanagerConfig{config.Namespace + "/" + config.Name: config}
	_, err := build(alone, around)
	return err
}

func build(configs map[string]*v1alpha1.AlertmanagerConfig, around *surroundings) ([]byte, error) {
	version, err := semver.Parse(around.Version)
	if err != nil {
		return nil, err
	}
	logger := slog.New(slog.NewTextHandler(os.Stderr, nil))
	builder := alertmanager.NewConfigBuilder(logger, version, store(around.Secrets), &around.Alertmanager)
	if err := builder.InitializeFromRawConfiguration([]byte(around.Base)); err != nil {
		return nil, fmt.Errorf("base: %w", err)
	}
	if err := builder.AddAlertmanagerConfigs(context.Background(), configs); err != nil {
		return nil, err
	}
	return builder.MarshalJSON()
}

// read is strict, as the API server is about fields that a definition does not have.
func read(file string) (*v1alpha1.AlertmanagerConfig, error) {
	config := &v1alpha1.AlertmanagerConfig{}
	rendered, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	if err := yaml.UnmarshalStrict(rendered, config); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return config, nil
}

// store looks Secrets up as the operator does: one that is missing is an error.
func store(secrets []corev1.Secret) *assets.StoreBuilder {
	objects := make([]runtime.Object, len(secrets))
	for i := range secrets {
		objects[i] = &secrets[i]
	}
	client := fake.NewClientset(objects...).CoreV1()
	return assets.NewStoreBuilder(client, client)
}
