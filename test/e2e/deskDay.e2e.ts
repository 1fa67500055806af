import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Booking } from '../../shared/operations/bookings.ts'
import { block, goToDay, hold, pointOf, signInByCard, toast } from './support/board.ts'
import { makeCentre, perform, withData, type Centre } from './support/centre.ts'
import { openDeskApp, removeFolder, type Desk } from './support/desk.ts'
import { pictureOnFailure } from './support/pictures.ts'

// A day at the front desk with the mouse, then the manager's report of that day.
let centre: Centre
let desk: Desk | undefined

beforeAll(async () => {
  centre = await makeCentre()
  desk = await openDeskApp(centre.folder)
})
afterAll(async () => {
  await desk?.close()
  removeFolder(centre.folder)
})
pictureOnFailure(() => desk?.page)

const room = '会议室2'
const seminar = '研讨室'
const title = '样机评审'

async function bookByDragging(from: string, until: string, place: string) {
  const { page } = desk!
  const start = await pointOf(page, place, from)
  const end = await pointOf(page, place, until)
  await hold(page, { x: start.x + 3, y: start.y }, { x: end.x - 3, y: end.y })
  await page.mouse.up()
  const drawer = page.getByRole('dialog', { name: '新建预约' })
  await drawer.getByLabel('标题').fill(title)
  expect(await drawer.getByLabel('开始', { exact: true }).inputValue()).toBe(from)
  expect(await drawer.getByLabel('结束', { exact: true }).inputValue()).toBe(until)
  await drawer.getByText('可以预约，已核对全部规则').waitFor()
  await drawer.locator('.drawer-foot .button-primary').click()
  await drawer.waitFor({ state: 'detached' })
}

/** Takes the block that stands at a time of a row and holds it over another. */
async function carry(row: string, from: string, toRow: string, to: string) {
  const { page } = desk!
  await hold(page, await pointOf(page, row, from), await pointOf(page, toRow, to))
}

test('the desk books, moves, undoes and resizes with the mouse (UI-05, BK-01)', async () => {
  const { page, problems } = desk!
  const { ids, day } = centre
  await signInByCard(page, '单晓')
  await goToDay(page, day, () => page.getByRole('button', { name: '后一天' }).click())
  await block(page, room, '13:00', '14:00', '客户视频会').waitFor()

  await bookByDragging('10:00', '11:00', ids['A106']!)
  await block(page, room, '10:00', '11:00', title).waitFor()

  // Over what is taken: all reasons while it is held, back where it was when let go.
  await carry(ids['A106']!, '10:30', ids['A106']!, '13:30')
  const bubble = page.locator('.bubble')
  await bubble.getByText('不能放在这里').waitFor()
  const reasons = await bubble.locator('.bubble-reasons li').allTextContents()
  expect(reasons).toHaveLength(1)
  expect(reasons[0]).toMatch(/^会议室2 .*13:00–14:00 已有「客户视频会」/)
  await bubble.getByText('最近可用').waitFor()
  await bubble.getByText('松手回到原位').waitFor()
  await page.mouse.up()
  await bubble.waitFor({ state: 'detached' })
  await block(page, room, '10:00', '11:00', title).waitFor()

  // Before opening it is refused with the hours.
  await carry(ids['A106']!, '10:30', ids['A106']!, '08:45')
  await bubble.getByText('开放 08:30').waitFor()
  await page.mouse.up()
  await bubble.waitFor({ state: 'detached' })

  await carry(ids['A106']!, '10:30', ids['A107']!, '15:30')
  await page.locator('.drag-legal').waitFor()
  expect(await bubble.count()).toBe(0)
  await page.mouse.up()
  await block(page, seminar, '15:00', '16:00', title).waitFor()
  await toast(page, `「${title}」已改到 ${seminar} 15:00–16:00`).getByRole('button', { name: /撤销/ }).click()
  await block(page, room, '10:00', '11:00', title).waitFor()
  await toast(page, '已撤销').waitFor()
  await page.keyboard.press('Control+z')
  await block(page, room, '10:00', '11:00', title).waitFor({ state: 'detached' })

  await bookByDragging('09:00', '10:00', ids['A107']!)
  await block(page, seminar, '09:00', '10:00', title).waitFor()
  const edge = await pointOf(page, ids['A107']!, '10:00')
  await hold(page, { x: edge.x - 5, y: edge.y }, await pointOf(page, ids['A107']!, '11:30'))
  await page.mouse.up()
  await block(page, seminar, '09:00', '11:30', title).waitFor()
  await toast(page, '已改为 09:00–11:30').waitFor()
  expect(problems).toEqual([])
})

test("the manager's Excel file holds the hours that were booked (RP-01)", async () => {
  const { page, app, problems } = desk!
  const { day } = centre
  // Where to save is asked by the system's own window, which nobody could press here.
  await app.evaluate(({ dialog }) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: true, filePath: '' })
  })
  await page.getByRole('button', { name: /^当前登录：单晓/ }).click()
  await page.getByRole('button', { name: '换人' }).click()
  await signInByCard(page, '曾乐')
  await page.getByRole('link', { name: '报表' }).click()
  await page.getByRole('radio', { name: '自定义' }).click()
  await page.getByLabel('结束日期（含）').fill(day)
  await page.getByLabel('开始日期').fill(day)
  await page.getByRole('button', { name: `${day} 至 ${day}` }).waitFor()
  await page.getByRole('button', { name: '导出 Excel' }).click()
  await page.locator('.report-export').getByText('已生成').waitFor()
  expect(problems).toEqual([])

  await desk!.close()
  desk = undefined
  const { bookings, booked } = await withData(centre.folder, async (core) => {
    const found = await perform(core, 'bookings.day', { date: day })
    const report = await perform(core, 'reports.occupancy', { from: day, to: after(day) })
    return { bookings: found.bookings, booked: report.total.bookedMinutes }
  })
  const standing = bookings.filter((each) => each.status === 'confirmed')
  expect(standing.map(timesOf).sort()).toEqual(['客户视频会 13:00–14:00', `${title} 09:00–11:30`])
  const minutes = standing.reduce((sum, each) => sum + (each.end - each.start) / 60_000, 0)
  expect(minutes).toBe(210)
  expect(booked).toBe(minutes)
  expect(await hoursInExcel()).toBe(minutes / 60)
})

function after(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}

function timesOf(booking: Booking): string {
  const clock = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(11, 16)
  return `${booking.title} ${clock(booking.start)}–${clock(booking.end)}`
}

/** The sum of the column of booked hours in the sheet people print, row by row. */
async function hoursInExcel(): Promise<number> {
  const folder = join(centre.folder, 'exports')
  const [file] = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.xlsx'))
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(join(folder, file!))
  const sheet = book.worksheets[0]!
  let column = 0
  let sum = 0
  sheet.eachRow((row) => {
    if (column === 0) {
      row.eachCell((cell, number) => {
        if (column === 0 && cell.text === '预约') column = number
      })
    } else if (/^A1\d\d|HALL/.test(row.getCell(2).text)) sum += Number(row.getCell(column).value)
  })
  return Math.round(sum * 1e6) / 1e6
}
