import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

import {
  loadPackageDefinition,
  type sendUnaryData,
  Server,
  ServerCredentials,
  type ServerUnaryCall,
  type ServiceDefinition,
  status,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';

import { downloadModule } from '../../go-program.ts';
import { controllerOf } from './csi-controller.ts';
import { identityOf } from './csi-identity.ts';
import type { Method } from './csi-method.ts';
import { nodeOf } from './csi-node.ts';
import { driverName } from './names.ts';
import type { Pool } from './pool.ts';

export interface CsiDriver {
  readonly socket: string;
  readonly stop: () => void;
}

/**
 * Serves volumes of a pool to the kubelet and to those who make snapshots, by the Container Storage Interface.
 *
 * @param kubeletRoot the kubelet's folder, in which it looks for drivers
 */
export async function startCsiDriver(pool: Pool, kubeletRoot: string): Promise<CsiDriver> {
  const socket = join(kubeletRoot, 'plugins', driverName, 'csi.sock');
  const registration = join(kubeletRoot, 'plugins_registry', `${driverName}-reg.sock`);
  const csi = definitions('github.com/container-storage-interface/spec', 'v1.12.0', 'csi.proto');
  const register = definitions(
    'k8s.io/kubelet',
    'v0.34.4',
    'pkg/apis/pluginregistration/v1/api.proto',
  );
  const servers = [
    await serve(socket, [
      [csi('csi.v1.Identity'), identityOf(driverName)],
      [csi('csi.v1.Controller'), controllerOf(pool)],
      [csi('csi.v1.Node'), nodeOf(pool)],
    ]),
    await serve(registration, [
      [
        register('pluginregistration.Registration'),
        {
          GetInfo: () => ({
            type: 'CSIPlugin',
            name: driverName,
            endpoint: socket,
            supported_versions: ['1.0.0'],
          }),
          NotifyRegistrationStatus: () => ({}),
        },
      ],
    ]),
  ];
  return { socket, stop: () => servers.forEach((server) => server.forceShutdown()) };
}

/** Reads the services that a file of a Go module defines. */
function definitions(module: string, version: string, file: string) {
  const definition = loadSync(join(downloadModule(module, version).Dir, file), {
    keepCase: true,
    longs: Number,
    enums: String,
    defaults: true,
  });
  const packages = loadPackageDefinition(definition);
  return (name: string): ServiceDefinition => {
    let found: unknown = packages;
    for (const part of name.split('.')) found = Reflect.get(Object(found), part);
    return (found as { readonly service: ServiceDefinition }).service;
  };
}

type Service = readonly [ServiceDefinition, Readonly<Record<string, Method>>];

async function serve(socket: string, services: readonly Service[]): Promise<Server> {
  mkdirSync(dirname(socket), { recursive: true });
  rmSync(socket, { force: true });
  const server = new Server();
  for (const [definition, methods] of services) {
    const handlers: UntypedServiceImplementation = {};
    for (const [name, method] of Object.entries(methods)) handlers[name] = answering(method);
    server.addService(definition, handlers);
  }
  await new Promise<void>((resolve, reject) => {
    server.bindAsync(`unix:${socket}`, ServerCredentials.createInsecure(), (error) =>
      error ? reject(error) : resolve(),
    );
  });
  return server;
}

const answering =
  (method: Method) =>
  (call: ServerUnaryCall<unknown, object>, answer: sendUnaryData<object>): void => {
    Promise.resolve()
      .then(() => method(call.request as never))
      .then(
        (value) => answer(null, value),
        (error: unknown) => answer({ code: status.INTERNAL, message: String(error) }),
      );
  };
