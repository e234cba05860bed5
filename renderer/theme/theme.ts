import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

const ACCENT = 'var(--accent)';
/** One colour in all ten shades: the tokens know the colour scheme, Mantine need not. */
const accent: MantineColorsTuple = [ACCENT, ACCENT, ACCENT, ACCENT, ACCENT, ACCENT, ACCENT, ACCENT, ACCENT, ACCENT];

export const theme = createTheme({
  fontFamily: '"Golos Text Variable", system-ui, sans-serif',
  fontFamilyMonospace: 'var(--mono)',
  headings: { fontFamily: 'inherit', fontWeight: '600' },
  primaryColor: 'accent',
  colors: { accent },
  defaultRadius: 'var(--radius)',
  cursorType: 'pointer',
  respectReducedMotion: true,
});

const FROM_TOKENS = {
  '--mantine-color-body': 'var(--panel)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--dim)',
  '--mantine-color-placeholder': 'var(--dim)',
  '--mantine-color-error': 'var(--bad)',
  '--mantine-color-default': 'var(--panel)',
  '--mantine-color-default-hover': 'var(--key)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line)',
  '--mantine-color-accent-filled': ACCENT,
  '--mantine-color-accent-filled-hover': 'var(--accent-strong)',
};

/** Mantine's colours, taken from tokens.css in both schemes. */
export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: FROM_TOKENS, dark: FROM_TOKENS });
