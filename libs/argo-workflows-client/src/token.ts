/** A bearer token, or what gives the present one: it is asked before each request. */
export type Token = string | (() => string | Promise<string>);

/**
 * The header for a token, also for one as `argo auth token` prints it, with `Bearer ` before it.
 *
 * @throws TypeError for what cannot be in a header, without showing it
 */
export async function authorizationOf(token: Token): Promise<string> {
  const present = (typeof token === 'string' ? token : await token()).trim();
  if (!/^[\x21-\x7e]+( [\x21-\x7e]+)?$/.test(present)) {
    throw new TypeError('the token is empty, or has characters that no header may have');
  }
  return present.includes(' ') ? present : `Bearer ${present}`;
}
