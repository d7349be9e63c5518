import type { KubernetesObject } from '@resilience/velero/kinds/kubernetes-object';

import { holds } from './condition.ts';
import { type Metric, type Template, type Workflow, workflowOf } from './rendered.ts';
import { filled, type Scope } from './scope.ts';
import { type Ending, runDag, type RunTask } from './dag.ts';
import { runSteps } from './steps.ts';

/** What becomes of the steps: nothing runs, their ends are chosen. */
export interface World {
  /** Steps by their names in the run, and whether a second try would help. */
  readonly fails: Readonly<Record<string, 'always' | 'once'>>;
  /** What steps leave, by the name of the template and of the output. */
  readonly outputs: Readonly<Record<string, Scope>>;
  /** What people supply when they resume a step; nobody resumes what is not here. */
  readonly supplied: Readonly<Record<string, Scope>>;
  readonly parameters: Scope;
}

/** A step that ran. */
export interface Ran {
  readonly step: string;
  readonly template: string;
  readonly phase: 'Succeeded' | 'Failed';
  readonly suspended: boolean;
  readonly inputs: Scope;
  readonly outputs: Scope;
  /** Environment of its script. */
  readonly env: Scope;
  /** The object that it creates, reads or changes, as JSON. */
  readonly manifest: string | undefined;
  readonly locks: readonly string[];
}

interface Published {
  readonly name: string;
  readonly labels: Scope;
  readonly value: string;
}

export interface Played {
  /** As Argo calls it. */
  readonly phase: 'Succeeded' | 'Failed';
  readonly ran: readonly Ran[];
  readonly published: readonly Published[];
}

/** Plays a workflow as the controller of Argo Workflows would: the parts of it that runbooks use. */
export function play(objects: readonly KubernetesObject[], name: string, world: World): Played {
  const workflow = workflowOf(objects, name);
  const player = new Player(objects, world);
  const globals = { ...givenTo(workflow, world), 'workflow.name': `${name}-1764057600` };
  const main = player.execute(workflow, workflow.entrypoint, globals);
  const ended = { 'workflow.status': main, 'workflow.failures': '"[]"' };
  const exit =
    workflow.onExit === undefined
      ? 'Succeeded'
      : player.execute(workflow, workflow.onExit, { ...globals, ...ended });
  const phase = main === 'Succeeded' && exit === 'Succeeded' ? 'Succeeded' : 'Failed';
  return { phase, ran: player.ran, published: player.published };
}

function givenTo({ arguments: asked }: Workflow, { parameters }: World): Scope {
  return Object.fromEntries(
    (asked?.parameters ?? []).map(({ name, value }) => {
      const given = parameters[name] ?? value;
      if (given === undefined) throw new Error(`the parameter ${name} is not given`);
      return [`workflow.parameters.${name}`, given];
    }),
  );
}

interface Call {
  readonly step: string;
  readonly template: Template;
  readonly own: readonly Template[];
  readonly given: Scope;
  readonly globals: Scope;
  readonly locks: readonly string[];
}

class Player {
  readonly ran: Ran[] = [];
  readonly published: Published[] = [];
  readonly #objects: readonly KubernetesObject[];
  readonly #world: World;

  constructor(objects: readonly KubernetesObject[], world: World) {
    this.#objects = objects;
    this.#world = world;
  }

  execute({ templates }: Workflow, name: string, globals: Scope): Ending['phase'] {
    const template = named(templates, name);
    return this.#run({ step: name, template, own: templates, given: {}, globals, locks: [] }).phase;
  }

  #run(call: Call): Ending {
    const { template, globals } = call;
    const inputs = Object.fromEntries(
      (template.inputs?.parameters ?? []).map(({ name, value, default: fallback }) => {
        const given = call.given[name] ?? value ?? fallback;
        if (given === undefined) throw new Error(`${template.name} is not given ${name}`);
        return [name, given];
      }),
    );
    const scope = { ...globals, ...prefixed('inputs.parameters', inputs) };
    const locks = [
      ...call.locks,
      ...(template.synchronization?.mutexes ?? []).map((mutex) => mutex.name),
    ];
    const run: RunTask = (task, given) => {
      const { templateRef } = task;
      const own = templateRef ? workflowOf(this.#objects, templateRef.name).templates : call.own;
      const next = named(own, templateRef?.template ?? task.template ?? '');
      return this.#run({ step: task.name, template: next, own, given, globals, locks });
    };
    if (template.dag) return runDag(template.dag, scope, run);
    if (template.steps) return runSteps(template.steps, scope, run);
    return this.#leaf({ ...call, locks }, inputs, scope);
  }

  #leaf({ step, template, locks }: Call, inputs: Scope, scope: Scope): Ending {
    const { phase, outputs } = this.#end(step, template);
    this.ran.push({
      step,
      template: template.name,
      phase,
      suspended: template.suspend !== undefined,
      inputs,
      outputs,
      env: Object.fromEntries(
        (template.script?.env ?? []).flatMap(({ name, value }) =>
          value === undefined ? [] : [[name, filled(value, scope)]],
        ),
      ),
      manifest: template.resource && filled(template.resource.manifest, scope),
      locks,
    });
    const ended = { ...scope, ...prefixed('outputs.parameters', outputs), status: phase };
    for (const metric of template.metrics?.prometheus ?? []) this.#publish(metric, ended);
    return { phase, outputs };
  }

  #end(step: string, template: Template): Ending {
    const fault = this.#world.fails[step];
    const asked = (template.outputs?.parameters ?? []).map(({ name }) => name);
    const outputs = template.suspend
      ? this.#world.supplied[step]
      : (this.#world.outputs[template.name] ?? {});
    const fails =
      template.container?.command[0] === 'false' ||
      fault === 'always' ||
      (fault === 'once' && !template.retryStrategy);
    if (fails || !outputs) return { phase: 'Failed', outputs: {} };
    for (const name of asked) {
      if (outputs[name] === undefined) throw new Error(`${step} leaves no ${name}`);
    }
    return { phase: 'Succeeded', outputs };
  }

  /** Argo leaves out a metric that it cannot fill in. */
  #publish({ name, when, labels, gauge }: Metric, scope: Scope): void {
    const unknown = [when, gauge.value].some((text) => !resolvable(text, scope));
    if (unknown || !holds(filled(when, scope), () => false)) return;
    this.published.push({
      name,
      labels: Object.fromEntries(labels.map(({ key, value }) => [key, filled(value, scope)])),
      value: filled(gauge.value, scope),
    });
  }
}

const named = (templates: readonly Template[], name: string): Template => {
  const found = templates.find((template) => template.name === name);
  if (!found) throw new Error(`there is no template ${name}`);
  return found;
};

const prefixed = (prefix: string, values: Scope): Scope =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [`${prefix}.${name}`, value]));

const resolvable = (text: string, scope: Scope): boolean =>
  [...text.matchAll(/\{\{(.*?)\}\}/g)].every(([, name = '']) => Object.hasOwn(scope, name.trim()));
