let endedIdle = false

/** Notes that a session ended because nobody was at the desk; the sign-in screen says so until somebody enters. */
export function noteIdleEnd(ended: boolean): void {
  endedIdle = ended
}

/** True when the last session ended by itself. */
export function wasIdleEnd(): boolean {
  return endedIdle
}
