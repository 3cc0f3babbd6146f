import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** The figures of one process. Label values are codes and names of queues, never anything from an entry. */
export interface Metrics {
  counter<Label extends string>(name: string, help: string, labels: readonly Label[]): Counter<Label>;
  gauge<Label extends string>(name: string, help: string, labels: readonly Label[]): Gauge<Label>;
  /** @param bucketsSeconds upper bounds in seconds, ascending */
  durations<Label extends string>(
    name: string,
    help: string,
    labels: readonly Label[],
    bucketsSeconds: readonly number[],
  ): Histogram<Label>;
  /** The exposition text that Prometheus reads. */
  expose(): Promise<string>;
}

/** An empty set of figures beside those of the process itself; every name gets the prefix `screening_`. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'screening_' });
  const named = <Label extends string>(name: string, help: string, labels: readonly Label[]) => ({
    name: `screening_${name}`,
    help,
    labelNames: labels,
    registers: [registry],
  });
  return {
    counter: (name, help, labels) => new Counter(named(name, help, labels)),
    gauge: (name, help, labels) => new Gauge(named(name, help, labels)),
    durations: (name, help, labels, bucketsSeconds) =>
      new Histogram({ ...named(name, help, labels), buckets: [...bucketsSeconds] }),
    expose: () => registry.metrics(),
  };
}
