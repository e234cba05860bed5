import { expect, openTill, surround, test } from '../support/till.ts';

test('by setting the goods of the catalogue are sent to MaxBonus at start', {
  tag: ['@maxbonus', '@settings'],
}, async () => {
  const till = await openTill(
    await surround((profile) => ({
      ...profile,
      maxbonus: profile.maxbonus && { ...profile.maxbonus, sendGoods: 'daily' },
    })),
  );
  const sent = () => till.maxbonus.control.requests().find(({ operation }) => operation === 'importGoods');
  await expect.poll(() => sent()?.answer?.status).toBe(200);
  expect(sent()?.body).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ price: 1290 })]) });
  await till.close();
});
