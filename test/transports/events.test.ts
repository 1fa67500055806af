import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { changeStream, type ChangeSource } from '../../electron/transports/events.ts'
import type { Change } from '../../shared/operations/index.ts'

const change = (seq: number): Change => ({ seq, from: seq, topics: ['bookings'], keys: ['b'] })

function source(known: Change[] | null = []) {
  const listeners = new Set<(change: Change) => void>()
  const given: ChangeSource & { publish: (change: Change) => void; listening: () => number } = {
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    after: (seq) => known?.filter((each) => each.seq > seq) ?? null,
    seq: () => 9,
    publish: (each) => listeners.forEach((listener) => listener(each)),
    listening: () => listeners.size,
  }
  return given
}

async function readSome(reader: ReadableStreamDefaultReader<Uint8Array>, chunks: number): Promise<string> {
  let text = ''
  for (let count = 0; count < chunks; count += 1) {
    const { value, done } = await reader.read()
    if (done) break
    text += new TextDecoder().decode(value)
  }
  return text
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('the change stream over HTTP', () => {
  it('sends each change under its journal number', async () => {
    const changes = source()
    const reader = changeStream(
      changes,
      null,
      () => true,
      () => {},
    ).getReader()
    changes.publish(change(4))
    expect(await readSome(reader, 2)).toBe(`retry: 2000\n\nid: 4\ndata: ${JSON.stringify(change(4))}\n\n`)
  })

  it('begins with what was missed after Last-Event-ID', async () => {
    const reader = changeStream(
      source([change(3), change(4), change(5)]),
      '3',
      () => true,
      () => {},
    ).getReader()
    const text = await readSome(reader, 3)
    expect(text).not.toContain('id: 3')
    expect(text).toMatch(/id: 4\n.*\n\nid: 5\n/s)
  })

  it('says reset when what was missed is no longer known', async () => {
    const reader = changeStream(
      source(null),
      '3',
      () => true,
      () => {},
    ).getReader()
    expect(await readSome(reader, 2)).toContain('id: 9\nevent: reset\n')
  })

  it('takes a nonsense Last-Event-ID for none', async () => {
    const changes = source([change(1)])
    const reader = changeStream(
      changes,
      '1; drop',
      () => true,
      () => {},
    ).getReader()
    changes.publish(change(2))
    expect(await readSome(reader, 2)).not.toContain('id: 1\n')
  })

  it('lets go when the client goes away', async () => {
    const changes = source()
    const ended = vi.fn()
    const stream = changeStream(changes, null, () => true, ended)
    expect(changes.listening()).toBe(1)
    await stream.cancel()
    expect(changes.listening()).toBe(0)
    expect(ended).toHaveBeenCalledTimes(1)
  })

  it('ends within a beat of the session', async () => {
    const changes = source()
    let signedIn = true
    const reader = changeStream(
      changes,
      null,
      () => signedIn,
      () => {},
    ).getReader()
    await vi.advanceTimersByTimeAsync(15_000)
    expect(await readSome(reader, 2)).toContain(': alive')
    signedIn = false
    await vi.advanceTimersByTimeAsync(15_000)
    expect((await reader.read()).done).toBe(true)
    expect(changes.listening()).toBe(0)
  })

  it('cuts off a client that never reads, before it fills the memory', () => {
    const changes = source()
    changeStream(
      changes,
      null,
      () => true,
      () => {},
    )
    for (let seq = 1; seq <= 5000; seq += 1) changes.publish(change(seq))
    expect(changes.listening()).toBe(0)
  })
})
