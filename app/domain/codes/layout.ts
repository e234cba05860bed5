/** The keys of a US keyboard, without and with Shift, and what they type in another layout, key by key. */
const US = 'qwertyuiop[]asdfghjkl;\'zxcvbnm,./`QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?~@#$^&|';
const RUSSIAN = 'йцукенгшщзхъфывапролджэячсмитьбю.ёЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,Ё"№;:?/';
const UKRAINIAN = 'йцукенгшщзхїфівапролджєячсмитьбю.\'ЙЦУКЕНГШЩЗХЇФІВАПРОЛДЖЄЯЧСМИТЬБЮ,₴"№;:?/';

const LAYOUTS = [table(RUSSIAN), table(UKRAINIAN).set('ґ', '\\').set('Ґ', '|').set('ʼ', '`')];

function table(typed: string): Map<string, string> {
  return new Map([...typed].map((character, place) => [character, US.charAt(place)]));
}

/**
 * What a scanner that types meant, if the computer took its keys in a Russian or a Ukrainian layout: each reading that differs
 * from the text. Which of them is right only the sense of it can say, since signs such as «.» stand on both layouts.
 */
export function asIfLatin(text: string): readonly string[] {
  const readings = LAYOUTS.map((layout) => replaced(text, layout));
  return [...new Set(readings)].filter((reading) => reading !== text);
}

function replaced(text: string, layout: ReadonlyMap<string, string>): string {
  let result = '';
  for (const character of text) result += layout.get(character) ?? character;
  return result;
}
