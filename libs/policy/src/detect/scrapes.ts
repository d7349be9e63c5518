import { z } from 'zod';

import type { Rendered } from '../rendered.ts';

type Labels = Readonly<Record<string, string>>;

const labels = z.record(z.string(), z.string()).default({});
const selector = z.looseObject({ matchLabels: labels }).default({ matchLabels: {} });
const endpoints = z.array(z.looseObject({ port: z.string() })).default([]);

/** A workload with the ports of its pods. */
export const scraped = z.looseObject({
  spec: z.looseObject({
    template: z.looseObject({
      metadata: z.looseObject({ labels }),
      spec: z.looseObject({
        containers: z.array(
          z.looseObject({
            ports: z
              .array(z.looseObject({ name: z.string().default(''), containerPort: z.number() }))
              .default([]),
          }),
        ),
      }),
    }),
  }),
});

const podMonitor = z.looseObject({
  spec: z.looseObject({ selector, podMetricsEndpoints: endpoints }),
});
const serviceMonitor = z.looseObject({ spec: z.looseObject({ selector, endpoints }) });
const service = z.looseObject({
  metadata: z.looseObject({ labels }),
  spec: z.looseObject({
    selector: labels,
    ports: z.array(z.looseObject({ name: z.string().default(''), port: z.number() })).default([]),
  }),
});

interface Port {
  readonly name: string;
  readonly number: number;
}

export const podLabels = ({ spec }: z.output<typeof scraped>): Labels =>
  spec.template.metadata.labels;

/** The ports of a workload's pods that a monitor asks, by its pods or by a service before them. */
export function scrapedPorts(workload: z.output<typeof scraped>, rendered: Rendered): Port[] {
  const asked = askedPorts(podLabels(workload), rendered);
  return workload.spec.template.spec.containers
    .flatMap(({ ports }) => ports)
    .map(({ name, containerPort }) => ({ name, number: containerPort }))
    .filter((port) => asked(port));
}

function askedPorts(pod: Labels, rendered: Rendered): (port: Port) => boolean {
  const names = new Set(namesAskedOfPods(pod, rendered));
  const numbers = new Set(numbersAskedOfServices(pod, rendered));
  return ({ name, number }) => names.has(name) || numbers.has(number);
}

const namesAskedOfPods = (pod: Labels, rendered: Rendered): string[] =>
  rendered
    .of('monitoring.coreos.com/PodMonitor')
    .map(({ value }) => podMonitor.parse(value).spec)
    .filter((spec) => selects(spec.selector.matchLabels, pod))
    .flatMap((spec) => spec.podMetricsEndpoints.map(({ port }) => port));

function numbersAskedOfServices(pod: Labels, rendered: Rendered): number[] {
  const services = rendered
    .of('v1/Service')
    .map(({ value }) => service.parse(value))
    .filter(({ spec }) => selects(spec.selector, pod));
  return services.flatMap(({ metadata, spec }) => {
    const names = new Set(namesAskedOfServices(metadata.labels, rendered));
    return spec.ports.filter(({ name }) => names.has(name)).map(({ port }) => port);
  });
}

const namesAskedOfServices = (labelsOfService: Labels, rendered: Rendered): string[] =>
  rendered
    .of('monitoring.coreos.com/ServiceMonitor')
    .map(({ value }) => serviceMonitor.parse(value).spec)
    .filter((spec) => selects(spec.selector.matchLabels, labelsOfService))
    .flatMap((spec) => spec.endpoints.map(({ port }) => port));

/** Whether labels hold all that a selector wants; as in Kubernetes, an empty one takes everything. */
export const selects = (wanted: Labels, actual: Labels): boolean =>
  Object.entries(wanted).every(([key, value]) => actual[key] === value);
