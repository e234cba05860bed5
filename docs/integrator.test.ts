import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { profileSchema } from '../app/settings/profile.ts';

const guide = readFileSync(path.join(import.meta.dirname, 'integrator.md'), 'utf8');

test('every whole profile in the guide is one', () => {
  const blocks = [...guide.matchAll(/```json\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
  const profiles = blocks.filter((block) => block.includes('"version"') && block.includes('"outlet"'));
  expect(profiles.length).toBeGreaterThan(0);
  for (const block of profiles) expect(profileSchema.safeParse(JSON.parse(block)).error).toBeUndefined();
});
