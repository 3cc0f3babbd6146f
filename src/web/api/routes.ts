import type { ApiRoute } from './definition.ts';
import { OPERATION_ROUTES } from './operation.ts';
import { TASK_ROUTES } from './tasks.ts';

/** Every door for programs that act as an account. */
export const API_ROUTES: readonly ApiRoute[] = [...TASK_ROUTES, ...OPERATION_ROUTES];
