import type { CommandOutput } from '../../../app/contract/commands.ts';

export type Service = CommandOutput<'benefit.services'>[number];

/** Services whose names have every word that was typed, wherever it stands; those asked about lately stay first. */
export function matching(services: readonly Service[], typed: string): readonly Service[] {
  const words = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return services.filter(({ name }) => words.every((word) => name.toLocaleLowerCase().includes(word)));
}
