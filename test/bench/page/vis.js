import { Timeline } from 'vis-timeline/standalone'
import 'vis-timeline/styles/vis-timeline-graph2d.min.css'
import { makeData, monday, sizes, zone } from './data.ts'
import { untilPainted } from './painted.ts'
import { dayInterval } from '../../../shared/scheduling/zone.ts'
import './page.css'

// The anchor: vis-timeline with the same bookings in the same window.
window.draw = (view) => {
  const { days, resources, bookings } = makeData(sizes[view])
  const groups = resources.map((each, index) => ({ id: each.id, content: each.name, order: index }))
  const items = bookings.map((each) => ({
    id: each.id,
    group: each.resources[0].resourceId,
    content: each.title,
    start: each.start,
    end: each.end,
  }))
  const first = dayInterval(monday, zone)
  const hours = view === 'day' ? [8, 21] : [0, 24]
  const options = {
    start: first.start + hours[0] * 3_600_000,
    end: dayInterval(days.at(-1), zone).start + hours[1] * 3_600_000,
    height: '900px',
    verticalScroll: true,
    zoomKey: 'ctrlKey',
    editable: true,
    orientation: 'top',
    groupOrder: 'order',
  }
  const root = document.getElementById('root')
  return untilPainted(() => new Timeline(root, items, groups, options), '.vis-item')
}
