/** What was written, in the form that steps take, or what is wrong with it. */
interface Read {
  readonly value: string;
  readonly problems: readonly string[];
}

const fine = (value: string): Read => ({ value, problems: [] });

/** A moment with its offset; steps take it in UTC, in whole seconds. */
export function instant(flag: string, text: string | undefined): Read {
  if (text === undefined) return fine('');
  const isInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text);
  const moment = new Date(text);
  return isInstant && !Number.isNaN(moment.getTime())
    ? fine(`${moment.toISOString().slice(0, 19)}Z`)
    : { value: '', problems: [`${flag} is a time such as 2026-11-24T03:00:00Z, not ${text}`] };
}

export const resourceKinds = (flag: string, text: string | undefined): Read =>
  text === undefined || text.split(',').every((kind) => /^[a-z]+(\.[a-z0-9.-]+)?$/.test(kind))
    ? fine(text ?? '')
    : {
        value: '',
        problems: [`${flag} are kinds such as deployments.apps,configmaps, not ${text}`],
      };

export const labels = (flag: string, text: string | undefined): Read =>
  text === undefined || text.split(',').every((pair) => /^[\w./-]+=[\w.-]*$/.test(pair))
    ? fine(text ?? '')
    : { value: '', problems: [`${flag} are labels such as app=web,tier=front, not ${text}`] };

/** Who approved is noted in a label. */
export const person = (flag: string, text: string): string[] =>
  /^[A-Za-z0-9]([\w.-]{0,61}[A-Za-z0-9])?$/.test(text)
    ? []
    : [
        `${flag} is a name of letters, digits, dots, dashes and underscores, not ${JSON.stringify(text)}`,
      ];
