import { useSyncExternalStore } from 'react'

export type ToastTone = 'done' | 'info' | 'failed'
export type ToastAction = { label: string; key?: string; run: () => void }
export type Toast = { id: number; text: string; tone: ToastTone; action: ToastAction | null; stays: number }

const PLAIN_MS = 6_000
const WITH_ACTION_MS = 10_000
const MOST = 3

let toasts: readonly Toast[] = []
let nextId = 1
const listeners = new Set<() => void>()

function become(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

/** Says something at the bottom right: 6 s, or 10 s when it offers an action. Answers its id. The newest three are shown. */
export function showToast(
  text: string,
  more: { tone?: ToastTone; action?: ToastAction | null; stays?: number } = {},
): number {
  const id = nextId
  nextId += 1
  const action = more.action ?? null
  const toast: Toast = {
    id,
    text,
    tone: more.tone ?? 'done',
    action,
    stays: more.stays ?? (action === null ? PLAIN_MS : WITH_ACTION_MS),
  }
  become([...toasts, toast].slice(-MOST))
  return id
}

/** Takes a toast away; without an id, all of them. */
export function closeToast(id?: number): void {
  become(id === undefined ? [] : toasts.filter((toast) => toast.id !== id))
}

/** The toasts on screen, oldest first. */
export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => toasts,
  )
}
