/** Calls that are made before moto begins to check whether they are allowed. */
const never = 1_000_000_000;

const setEnforcement = async (endpoint: string, unchecked: number): Promise<void> => {
  const response = await fetch(`${endpoint}/moto-api/reset-auth`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: String(unchecked),
  });
  if (!response.ok) throw new Error(`moto answers ${response.status} to reset-auth`);
};

/** Makes moto check each call from now on. */
export const enforce = (endpoint: string): Promise<void> => setEnforcement(endpoint, 0);

/** Makes moto check each call while something runs. */
export async function enforced(endpoint: string, run: () => Promise<void>): Promise<void> {
  await enforce(endpoint);
  try {
    await run();
  } finally {
    await setEnforcement(endpoint, never);
  }
}
