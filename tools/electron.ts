/** How Electron is started on the project, as a command and its arguments; `args` are the application's. */
export function electronCommand(args: readonly string[]): [command: string, args: readonly string[]] {
  const asRoot = process.getuid?.() === 0;
  // Chromium's sandbox refuses to run as root.
  return ['electron', [...(asRoot ? ['--no-sandbox'] : []), '.', ...args]];
}
