import { request as requestPlain } from 'node:http';
import { request as requestSecured } from 'node:https';

interface Question {
  readonly method?: string;
  readonly body?: object;
  readonly token?: string;
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

/**
 * Where the server has the runs. It reaches each kind of thing that it serves by a connection of its own: that it
 * tells its version says nothing of the others.
 */
export const runsPath = '/api/v1/workflows/velero';

/** Asks one of Argo's programs, which make a certificate of their own whenever they start. */
export function ask(address: string, { method, body, token }: Question = {}): Promise<Answer> {
  const options = {
    method,
    ...(token !== undefined && { headers: { authorization: `Bearer ${token}` } }),
  };
  return new Promise((resolve, reject) => {
    const asked = address.startsWith('https:')
      ? requestSecured(address, { ...options, rejectUnauthorized: false })
      : requestPlain(address, options);
    asked.on('error', reject);
    asked.on('response', (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      answer.on('error', reject);
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
    });
    asked.end(body && JSON.stringify(body));
  });
}

/** @returns whether it answers with 200 */
export const isWell = (address: string, question?: Question): Promise<boolean> =>
  ask(address, question).then(
    ({ status }) => status === 200,
    () => false,
  );
