// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { pushUndo } from '../../../renderer/api/undoStack.ts'
import { fakeDesk, people, PIN, secretOf } from '../app/fakeDesk.ts'
import { accessible, prepare, shellShown, show, tidy } from '../app/showApp.tsx'

vi.mock(import('../../../renderer/app/pages.ts'), async (original) => {
  const { plainPage } = await import('../app/plainPages.tsx')
  const { pages } = await original()
  return { pages: pages.map((page) => ({ ...page, plain: true, Component: plainPage(page.name) })) }
})

beforeEach(prepare)
afterEach(tidy)

const names = (fake: ReturnType<typeof fakeDesk>) => fake.sent.map(({ name }) => name)

describe('the first start', () => {
  it('the demo shows its users with secrets, and one press enters as one of them', async () => {
    const fake = fakeDesk({ empty: true })
    const user = show(fake)
    await screen.findByRole('heading', { name: '开始使用' })
    await accessible()
    await user.click(screen.getByRole('button', { name: '打开演示' }))
    const row = await screen.findByRole('row', { name: /区伟文/ })
    expect(within(row).getByText(secretOf('jizu'))).toBeTruthy()
    await accessible()
    await user.click(within(row).getByRole('button', { name: '以区伟文进入' }))
    await shellShown()
    expect(fake.signedIn?.login).toBe('jizu')
  })

  it('the secrets stay on screen although the centre is no longer empty', async () => {
    const fake = fakeDesk({ empty: true })
    const user = show(fake)
    await user.click(await screen.findByRole('button', { name: '打开演示' }))
    await screen.findByText('演示中心已备好')
    await fake.client.queries.refetchQueries({ queryKey: ['centre.status'] })
    expect(screen.getByText('演示中心已备好')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '去登录' }))
    expect(await screen.findByRole('heading', { name: '选一个人' })).toBeTruthy()
  })

  it('a refusal of the demo is said, and it can be tried again', async () => {
    const fake = fakeDesk({ empty: true })
    fake.refuse.set('centre.demo', [{ code: 'readOnlyStorage', folder: 'D:/数据' }])
    const user = show(fake)
    await user.click(await screen.findByRole('button', { name: '打开演示' }))
    expect((await screen.findByRole('alert')).textContent).toContain('D:/数据 不可写')
    await user.click(screen.getByRole('button', { name: '打开演示' }))
    expect(await screen.findByText('演示中心已备好')).toBeTruthy()
  })

  it('a centre of one’s own: both steps by keyboard, mistakes at their fields, signed in at the end', async () => {
    const fake = fakeDesk({ empty: true })
    const user = show(fake)
    await user.click(await screen.findByRole('button', { name: '新建中心' }))
    await accessible()
    await user.keyboard('{Enter}')
    expect(screen.getByText('这一项要填写')).toBeTruthy()
    await user.type(screen.getByLabelText('中心名称'), '苏河验证中心{Enter}')
    await accessible()
    expect(document.activeElement).toBe(screen.getByLabelText('姓名'))
    await user.type(screen.getByLabelText('姓名'), '仇英')
    await user.type(screen.getByLabelText('登录名'), 'qiuying')
    await user.type(screen.getByLabelText('口令'), 'a secret of my own')
    await user.type(screen.getByLabelText('再写一遍口令'), 'something else{Enter}')
    expect(screen.getByText('两遍不一致')).toBeTruthy()
    expect(names(fake)).not.toContain('centre.setUp')
    await user.clear(screen.getByLabelText('再写一遍口令'))
    await user.type(screen.getByLabelText('再写一遍口令'), 'a secret of my own{Enter}')
    await shellShown()
    expect(fake.sent.find(({ name }) => name === 'centre.setUp')?.input).toEqual({
      centreName: '苏河验证中心',
      zone: 'Asia/Shanghai',
      administratorName: '仇英',
      login: 'qiuying',
      secret: 'a secret of my own',
      language: 'zh',
    })
    people.pop()
  })

  it('a secret the core finds too weak is told at its field', async () => {
    const fake = fakeDesk({ empty: true })
    fake.refuse.set('centre.setUp', [{ code: 'badInput', path: 'secret', why: 'weakSecret' }])
    const user = show(fake)
    await user.click(await screen.findByRole('button', { name: '新建中心' }))
    await user.type(screen.getByLabelText('中心名称'), '中心{Enter}')
    await user.type(screen.getByLabelText('姓名'), '仇英')
    await user.type(screen.getByLabelText('登录名'), 'qiuying')
    await user.type(screen.getByLabelText('口令'), '12345678')
    await user.type(screen.getByLabelText('再写一遍口令'), '12345678{Enter}')
    expect(await screen.findByText('这个口令太容易猜到，换一个')).toBeTruthy()
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('口令')))
  })
})

describe('signing in at the desk', () => {
  it('a person and a PIN, by keyboard alone (KM-04)', async () => {
    const fake = fakeDesk()
    const user = show(fake)
    await screen.findByRole('button', { name: /曾乐/ })
    await accessible()
    expect(document.activeElement?.textContent).toContain('单晓芸')
    await user.keyboard('{ArrowRight}{Enter}')
    expect(document.activeElement).toBe(screen.getByLabelText('曾乐 的快捷码'))
    await accessible()
    await user.keyboard(`${PIN}{Enter}`)
    await shellShown()
    expect(fake.signedIn?.name).toBe('曾乐')
  })

  it('a wrong PIN is refused in words, the field is empty again and has the focus', async () => {
    const fake = fakeDesk()
    const user = show(fake)
    await user.click(await screen.findByRole('button', { name: /单晓芸/ }))
    await user.keyboard('1111{Enter}')
    expect((await screen.findByRole('alert')).textContent).toBe('快捷码不符')
    const field = screen.getByLabelText('单晓芸 的快捷码') as HTMLInputElement
    expect(field.value).toBe('')
    expect(document.activeElement).toBe(field)
    expect(fake.signedIn).toBeNull()
  })

  it('someone without a PIN is asked for the secret; a wrong one is refused, the right one enters', async () => {
    const fake = fakeDesk()
    const user = show(fake)
    await user.click(await screen.findByRole('button', { name: /阿依古丽/ }))
    await user.type(screen.getByLabelText('口令'), 'wrong{Enter}')
    expect((await screen.findByRole('alert')).textContent).toBe('用户名与口令不符')
    await accessible()
    await user.clear(screen.getByLabelText('口令'))
    await user.type(screen.getByLabelText('口令'), `${secretOf('tuandui')}{Enter}`)
    await shellShown()
  })

  it('after many failures it says how long to wait', async () => {
    const fake = fakeDesk()
    fake.refuse.set('sessions.switch', [{ code: 'slowDown', retryAfterMs: 60_000 }])
    const user = show(fake)
    await user.click(await screen.findByRole('button', { name: /单晓芸/ }))
    await user.keyboard('1111{Enter}')
    expect((await screen.findByRole('alert')).textContent).toContain('60 秒后可再试')
  })

  it('the next person finds nothing of the last one: no undo, and is who the shell names', async () => {
    const fake = fakeDesk({ signedIn: people[0]! })
    const user = show(fake)
    await shellShown()
    pushUndo({ seq: 9, said: '已移动' })
    await user.click(screen.getByRole('button', { name: /当前登录：单晓芸/ }))
    await user.click(screen.getByRole('button', { name: '换人' }))
    await user.click(await screen.findByRole('button', { name: /区伟文/ }))
    await user.keyboard(`${PIN}{Enter}`)
    await screen.findByRole('button', { name: /当前登录：区伟文/ })
    await user.keyboard('{Control>}z{/Control}')
    expect(await screen.findByText('没有可以撤销的操作')).toBeTruthy()
    expect(names(fake)).not.toContain('undo.apply')
  })

  it('switching can be called off; signing out shows the people again', async () => {
    const fake = fakeDesk({ signedIn: people[0]! })
    const user = show(fake)
    await shellShown()
    await user.click(screen.getByRole('button', { name: /当前登录/ }))
    await user.click(screen.getByRole('button', { name: '换人' }))
    await user.click(await screen.findByRole('button', { name: '返回' }))
    await shellShown()
    await user.click(screen.getByRole('button', { name: /当前登录/ }))
    await user.click(screen.getByRole('button', { name: '退出登录' }))
    expect(await screen.findByRole('heading', { name: '选一个人' })).toBeTruthy()
    expect(fake.signedIn).toBeNull()
  })
})

describe('signing in at the portal', () => {
  it('asks for login and secret, and never for the list of people', async () => {
    const fake = fakeDesk({ door: 'http' })
    const user = show(fake)
    await user.type(await screen.findByLabelText('登录名'), 'tuandui')
    await accessible()
    await user.keyboard('{Enter}')
    expect(screen.getByText('这一项要填写')).toBeTruthy()
    await user.type(screen.getByLabelText('口令'), `${secretOf('tuandui')}{Enter}`)
    await shellShown()
    expect(names(fake)).not.toContain('sessions.people')
    await user.click(screen.getByRole('button', { name: /当前登录/ }))
    expect(screen.queryByRole('button', { name: '换人' })).toBeNull()
  })

  it('the words follow the language chosen before signing in', async () => {
    const fake = fakeDesk({ door: 'http' })
    const user = show(fake)
    await user.click(await screen.findByRole('button', { name: 'English' }))
    expect(screen.getByLabelText('Login name')).toBeTruthy()
    await accessible()
  })
})
