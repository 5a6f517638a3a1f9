import { describe, expect, it } from 'vitest'
import { sizeOfDrawing } from './drawing'

describe('the size of a drawing', () => {
  it('is its view box, whatever it is shown at', () => {
    expect(sizeOfDrawing('<?xml version="1.0"?><svg width="100%" viewBox="0 0 800 500"><g/></svg>')).toEqual({
      width: 800,
      height: 500,
    })
    expect(sizeOfDrawing("<svg viewBox='-10,-5, 1e3 , 62.5'/>")).toEqual({ width: 1000, height: 62.5 })
  })

  it('is its width and height where it has no view box', () => {
    expect(sizeOfDrawing('<svg height="300px" width="400">')).toEqual({ width: 400, height: 300 })
  })

  it('is unknown where it says neither, or nothing that can be drawn', () => {
    for (const text of ['<svg/>', '<svg width="10mm" height="5mm">', '<svg viewBox="0 0 0 5">', 'picture']) {
      expect(sizeOfDrawing(text)).toBeNull()
    }
  })

  it('is not that of something inside', () => {
    expect(sizeOfDrawing('<svg><svg viewBox="0 0 8 8"/></svg>')).toBeNull()
  })
})
