/** The two channels between the window and main: commands that are answered, snapshots that are pushed, and what comes before the first. */
export const COMMAND_CHANNEL = 'workstation:command';
export const VIEW_CHANNEL = 'workstation:view';
