const mark = 'Rendered by "npm run render"';

/** Says in each rendered file where to make a change. */
export const notice = (environment: string): string =>
  `${mark} from environments/${environment}/config.ts: change that file instead.`;

/** The same for files that are about no single environment. */
export const sourcesNotice = `${mark}: change the sources instead.`;

/** The mark stands in the first lines of a file, with its quotes escaped where the file is JSON. */
const markLength = 400;
const marked = /Rendered by \\?"npm run render\\?"/;

/** Whether rendering wrote a file: only such a file may be removed by rendering. */
export const isRendered = (content: string): boolean => marked.test(content.slice(0, markLength));
