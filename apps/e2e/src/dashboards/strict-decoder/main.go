// Reads dashboards as strictly as Grafana's schema is: what is unknown, missing or of another type is told.
package main

import (
	"fmt"
	"os"

	"github.com/grafana/grafana-foundation-sdk/go/cog"
	"github.com/grafana/grafana-foundation-sdk/go/dashboard"
	"github.com/grafana/grafana-foundation-sdk/go/prometheus"
	"github.com/grafana/grafana-foundation-sdk/go/stat"
	"github.com/grafana/grafana-foundation-sdk/go/table"
	"github.com/grafana/grafana-foundation-sdk/go/timeseries"
)

func main() {
	runtime := cog.NewRuntime()
	runtime.RegisterDataqueryVariant(prometheus.VariantConfig())
	runtime.RegisterPanelcfgVariant(stat.VariantConfig())
	runtime.RegisterPanelcfgVariant(table.VariantConfig())
	runtime.RegisterPanelcfgVariant(timeseries.VariantConfig())
	sound := true
	for _, file := range os.Args[1:] {
		if problem := problemOf(file); problem != "" {
			sound = false
			fmt.Printf("%s:\n%s\n", file, problem)
		}
	}
	if !sound {
		os.Exit(1)
	}
}

func problemOf(file string) string {
	text, err := os.ReadFile(file)
	if err != nil {
		return err.Error()
	}
	decoded := dashboard.Dashboard{}
	// An empty list of errors is no error, and still not nil.
	if err := decoded.UnmarshalJSONStrict(text); err != nil && err.Error() != "" {
		return err.Error()
	}
	if err := decoded.Validate(); err != nil {
		return err.Error()
	}
	return ""
}
