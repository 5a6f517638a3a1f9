import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { useKeys } from './useKeys'

const mark = vi.fn()
let room: ReturnType<typeof mount>

beforeEach(() => {
  mark.mockClear()
  const Room = defineComponent(() => {
    useKeys({ x: mark })
    return () => h('p')
  })
  room = mount(Room)
})

afterEach(() => {
  room.unmount()
  document.body.replaceChildren()
})

function pressIn(html: string, selector: string): void {
  document.body.innerHTML = html
  document.querySelector(selector)?.dispatchEvent(new KeyboardEvent('keydown', { key: 'x', bubbles: true }))
}

test.each([
  ['a box somebody types in', '<input type="text">', 'input'],
  ['a window that stands open', '<dialog open><button></button></dialog>', 'button'],
  ['a menu that stands open', '<div class="el-popper" aria-hidden="false"><button></button></div>', 'button'],
])('a key rests in %s', (_, html, selector) => {
  pressIn(html, selector)
  expect(mark).not.toHaveBeenCalled()
})

test.each([
  ['the room itself', '<p></p>', 'p'],
  ['a box that is only ticked', '<input type="checkbox">', 'input'],
  ['a window closed a moment ago', '<dialog><button></button></dialog>', 'button'],
  ['a menu closed a moment ago', '<div class="el-popper" aria-hidden="true"><button></button></div>', 'button'],
])('a key counts in %s', (_, html, selector) => {
  pressIn(html, selector)
  expect(mark).toHaveBeenCalledOnce()
})
