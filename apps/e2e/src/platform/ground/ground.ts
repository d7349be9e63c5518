import type { Client } from '../../apiserver/client.ts';
import type { Server } from '../../apiserver/kubeconfig-of.ts';
import type { AvailableArgo } from '../argo/own-argo.ts';
import type { Pool } from '../storage/pool.ts';

/** A cluster that has nothing of the layer in it yet. */
export interface BareCluster {
  readonly client: Client;
  readonly server: Server;
  /** A file by which programs are its administrator. */
  readonly kubeconfig: string;
  /** Kills the API server, and starts another on the same data. */
  readonly restartApiserver: () => Promise<void>;
  /** Takes away what outlives it, while Velero still runs; not needed where that goes with the ground. */
  readonly forget?: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

interface Missing {
  readonly missing: string;
}

/** What clusters stand on. */
export interface Ground {
  /** It is there before, and stays: nothing of the cluster itself may be broken. */
  readonly isGiven: boolean;
  /** Where what is in a cluster reaches this machine. */
  readonly address: string;
  /** Where pods run; without it, objects are backed up and restored all the same. */
  readonly pods: Pods | undefined;
  /** Argo, or why there is none. */
  readonly argo: AvailableArgo | Missing;
  /** How it differs from what is declared, a line each. */
  readonly differences: readonly string[];
  /** Starts a cluster. */
  readonly begin: () => Promise<BareCluster>;
  readonly stop: () => Promise<void>;
}

/** Where a kubelet has its folder, unless it is told otherwise. */
export const usualRoot = '/var/lib/kubelet';

export interface Pods {
  /** The kubelet's folder. */
  readonly kubeletRoot: string;
  /** Who makes snapshots of the volumes of the declared storage class. */
  readonly driver: string;
  /** The disks of its volumes, where they may be broken. */
  readonly pool?: Pool;
}
