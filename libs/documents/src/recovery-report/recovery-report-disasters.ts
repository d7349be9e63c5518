import { scenarios } from '@resilience/config/scenario';
import { markdownTable } from '@resilience/render/markdown-file';
import { disasterGuides } from '@resilience/workflows/disaster-guides';

/** For readers who are no engineers. */
export const disasterMeanings = (): string =>
  markdownTable([
    ['Disaster', 'In the tables', 'What it means'],
    ...scenarios.map((scenario) => {
      const { title, means } = disasterGuides[scenario];
      return [title, scenario, means];
    }),
  ]);
