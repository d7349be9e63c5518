import { Client, type Manifest } from './client.ts';

/** Remembers what it has made, so that it can be taken away from a cluster that is somebody else's. */
export class RecordingClient extends Client {
  readonly #made = new Set<string>();
  #isClosed = false;

  override async apply(object: Manifest, as?: string): Promise<Manifest> {
    if (this.#isClosed) throw new Error('the cluster is being left');
    const path = await this.pathOf(object);
    const isNew = (await this.request('GET', path)).status === 404;
    const applied = await super.apply(object, as);
    if (isNew) this.#made.add(path);
    return applied;
  }

  /** Makes nothing any more. @returns where that is which was not there before, the newest first */
  close(): readonly string[] {
    this.#isClosed = true;
    return [...this.#made].toReversed();
  }
}
