/** Queries that find nothing on a healthy day, by panel, and why that is right. */
export const quietPanels: Readonly<Record<string, string>> = {
  'Alerts that fire': 'nothing fires on a healthy day',
  'Alerts over time': 'nothing fires on a healthy day',
  'Oldest upload not done': 'no upload is left half done on a healthy day',
};
