import type { Environment } from '@resilience/config/environment';

import { kubectl } from '../../kubernetes/programs.ts';
import {
  busyboxImage,
  type LocalImage,
  mariadbImage,
  pause,
  postgresImage,
  toolsImage,
  veleroImage,
} from './images.ts';

/** Every image that an environment's pods ask for. */
export const imagesOf = ({ velero, workflows }: Environment): LocalImage[] => [
  pause,
  busyboxImage,
  postgresImage,
  mariadbImage,
  veleroImage(velero.server),
  toolsImage(workflows.tools, kubectl),
];
