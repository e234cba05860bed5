/** What the window is told while there is no till yet: the journal is restored or migrated. */
export { type PreparationProgress, preparationProgress } from '../schema/preparation.ts';

/** Stands in the query of the page that shows it. */
export const PREPARING = 'preparing';
