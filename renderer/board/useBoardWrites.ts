import { useCallback, useMemo } from 'react'
import type { Booking } from '../../shared/operations/bookings.ts'
import type { LocalDate } from '../../shared/scheduling/time.ts'
import { dateOf } from '../../shared/scheduling/zone.ts'
import { explain } from '../../shared/text/explain.ts'
import { failureOf } from '../api/failure.ts'
import { usePatchRead } from '../api/useRead.ts'
import { useWrite } from '../api/useWrite.ts'
import { openDrawer } from '../ui/drawers.ts'
import { showToast } from '../ui/toasts.ts'
import { useText } from '../ui/text.ts'
import type { BoardCommands } from './boardProps.ts'
import type { Action } from './model/actions.ts'
import { changeOf, verdictOf } from './model/verdict.ts'
import { rangeOf, speechFor } from './model/words.ts'
import { useFollowLater } from './useFollowLater.ts'
import { namesOf, placeName, type World } from './model/world.ts'

/** Which answer of the core the board shows: the one that a dropped block is written into at once. */
export type Shown = { name: 'bookings.day' | 'bookings.week'; date: LocalDate }

type Change = { start: number; end: number; resources: Booking['resources'] }

/** What the board asks for, carried out: the block stands where it was put at once, the core decides, a refusal puts it back and says why. */
export function useBoardWrites(given: {
  shown: Shown
  zone: string
  now: () => number
  world: () => World | null
  mayOutage: boolean
}): BoardCommands {
  const { shown, zone, now, world, mayOutage } = given
  const { t, language } = useText()
  const patchRead = usePatchRead()
  const move = useWrite('bookings.move')
  const resize = useWrite('bookings.resize')
  const cancel = useWrite('bookings.cancel')
  const checkIn = useWrite('bookings.checkIn')
  const checkOut = useWrite('bookings.checkOut')
  const approve = useWrite('bookings.approve')
  const noShow = useWrite('bookings.noShow')
  const followLater = useFollowLater(zone)
  const { name, date } = shown

  const put = useCallback(
    (booking: Booking) => {
      patchRead(name, { date }, (value) => ({
        ...value,
        bookings: value.bookings.map((each) => (each.id === booking.id ? booking : each)),
      }))
    },
    [patchRead, name, date],
  )

  /** Shows the booking as it would be, runs the write, and shows what came of it: the core's answer, or the booking as it was. */
  const settle = useCallback(
    async (before: Booking, after: Booking, run: () => Promise<Parameters<typeof failureOf>[0]>) => {
      put(after)
      const reply = await run()
      if (reply.ok) {
        put(reply.value as Booking)
        followLater(before, reply.value as Booking)
        return
      }
      put(before)
      const failure = failureOf(reply)
      const known = world()
      if (failure?.kind !== 'refused' || known === null) return
      const names = namesOf(known, language, dateOf(before.start, zone))
      const why = failure.refusals
        .map((refusal) => explain(refusal, language, names))
        .join(language === 'zh' ? '；' : '; ')
      showToast(t('board.notMoved', { why }), { tone: 'failed' })
    },
    [put, followLater, world, language, zone, t],
  )

  return useMemo((): BoardCommands => {
    const speech = speechFor({ t, language, zone, today: '' })
    const change = (booking: Booking, to: Change, known: World) => {
      const moves = placesOf(booking.resources) !== placesOf(to.resources)
      const place = known.places.resources.get(
        to.resources.find((each, at) => booking.resources[at]?.resourceId !== each.resourceId)?.resourceId ?? '',
      )
      const time = rangeOf(to.start, to.end, speech)
      const resized = !moves && to.end - to.start !== booking.end - booking.start
      const said = resized
        ? t('board.resized', { title: booking.title, time })
        : place === undefined
          ? t('board.moved', { title: booking.title, time })
          : t('board.movedTo', { title: booking.title, place: placeName(place, language), time })
      const within = { start: to.start, end: to.start }
      const { refusals } = verdictOf(changeOf(booking, to.resources, to), known, now(), within)
      if (refusals.length > 0) {
        const names = namesOf(known, language, dateOf(to.start, zone))
        const why = refusals.map((refusal) => explain(refusal, language, names)).join(language === 'zh' ? '；' : '; ')
        showToast(t('board.notMoved', { why }), { tone: 'info' })
        return false
      }
      const guard = { id: booking.id, expectedVersion: booking.version, start: to.start, end: to.end }
      void settle(booking, { ...booking, ...to }, () =>
        resized
          ? resize.run(guard, { said })
          : move.run(
              moves
                ? {
                    ...guard,
                    resources: to.resources.map(({ resourceId, quantity, offset }) => ({
                      resourceId,
                      quantity,
                      ...(offset === undefined ? {} : { offset }),
                    })),
                  }
                : guard,
              { said },
            ),
      )
      return true
    }
    const act = (action: Action, booking: Booking) => {
      const guard = { id: booking.id, expectedVersion: booking.version }
      const { title } = booking
      const at = now()
      switch (action.name) {
        case 'open':
        case 'change':
          openDrawer({ drawer: 'booking', id: booking.id })
          return
        case 'extend': {
          const time = rangeOf(booking.start, action.end, speech)
          void settle(booking, { ...booking, end: action.end }, () =>
            resize.run(
              { ...guard, start: booking.start, end: action.end },
              { said: t('board.extended', { title, time }) },
            ),
          )
          return
        }
        case 'checkIn':
          void settle(booking, { ...booking, status: 'inUse', checkedInAt: at }, () =>
            checkIn.run(guard, { said: t('board.checkedIn', { title }) }),
          )
          return
        case 'checkOut':
          void settle(booking, { ...booking, status: 'completed' }, () =>
            checkOut.run(guard, { said: t('board.checkedOut', { title }) }),
          )
          return
        case 'cancel':
          void settle(booking, { ...booking, status: 'cancelled' }, () =>
            cancel.run(guard, { said: t('board.cancelled') }),
          )
          return
        case 'approve':
          void settle(booking, { ...booking, status: 'confirmed' }, () =>
            approve.run(guard, { said: t('board.approved', { title }) }),
          )
          return
        case 'noShow': {
          const place = world()?.places.resources.get(booking.resources[0]?.resourceId ?? '')
          const said = t('board.markedNoShow', { place: place === undefined ? title : placeName(place, language) })
          void settle(booking, { ...booking, status: 'noShow' }, () => noShow.run(guard, { said }))
        }
      }
    }
    return {
      create: (draft) => openDrawer({ drawer: 'newBooking', draft }),
      open: (id) => openDrawer({ drawer: 'booking', id }),
      openOutage: (id) => openDrawer({ drawer: 'outage', id }),
      newOutage: mayOutage ? (draft) => openDrawer({ drawer: 'newOutage', draft }) : null,
      change,
      act,
    }
    // The runs of the writes are stable; their state (pending, failure) must not make new commands.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [
    t,
    language,
    zone,
    now,
    world,
    mayOutage,
    settle,
    move.run,
    resize.run,
    cancel.run,
    checkIn.run,
    checkOut.run,
    approve.run,
    noShow.run,
  ])
}

function placesOf(resources: Booking['resources']): string {
  return resources.map(({ resourceId, quantity }) => `${resourceId}×${quantity}`).join(' ')
}
