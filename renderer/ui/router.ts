import { useMemo, useSyncExternalStore } from 'react'

/** Where the page is: `#/board?date=2026-11-24&view=week`. */
export type Route = { page: string; params: Readonly<Record<string, string>> }
/** A parameter of null or '' is left out of the address. */
export type RouteParams = Record<string, string | null | undefined>

/** Reads a location hash. A hash that is none of ours is page ''. */
export function parseRoute(hash: string): Route {
  const match = /^#\/([\w-]*)(?:\?(.*))?$/.exec(hash)
  if (match === null) return { page: '', params: {} }
  return { page: match[1] ?? '', params: Object.fromEntries(new URLSearchParams(match[2] ?? '')) }
}

/** Writes a location hash. */
export function routeHash(page: string, params: RouteParams = {}): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) {
    if (value !== null && value !== undefined && value !== '') query.set(name, value)
  }
  const text = query.toString()
  return `#/${page}${text === '' ? '' : `?${text}`}`
}

/** Goes to a page; the back button returns. */
export function navigate(page: string, params: RouteParams = {}): void {
  const next = routeHash(page, params)
  if (next !== window.location.hash) window.location.hash = next
}

/** Changes parameters of this page in place, without a step in the history (dates, filters). */
export function replaceParams(change: RouteParams): void {
  const route = parseRoute(window.location.hash)
  const next = routeHash(route.page, { ...route.params, ...change })
  if (next === window.location.hash) return
  window.history.replaceState(null, '', next)
  window.dispatchEvent(new HashChangeEvent('hashchange'))
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

/** The route on show; the component is drawn again when it changes. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash)
  return useMemo(() => parseRoute(hash), [hash])
}
