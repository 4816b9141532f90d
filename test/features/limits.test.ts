import fc from 'fast-check'
import { giveGuess, takeGuess } from '../../cloudfunctions/kernel/limits'
import { memoryStore } from '../../config/demo/memory-store'

const now = 1_795_222_800_000
const three = { max: 3, windowMs: 60_000 }

describe('guesses, counted before anything is looked at', () => {
  test('sent at once in any order, as many different ones are looked at as there may be, each of them however often', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 25 }), async guesses => {
        const { store } = memoryStore({})
        const within = await Promise.all(guesses.map(guess => takeGuess({ store, now }, 'key', guess, three)))
        const looked = new Set(guesses.filter((_, index) => within[index]))
        expect(looked.size).toBe(Math.min(3, new Set(guesses).size))
        for (const [index, guess] of guesses.entries()) expect(within[index]).toBe(looked.has(guess))
      }),
    )
  })

  test('one that proved right leaves room for another', async () => {
    const { store } = memoryStore({})
    const take = (guess: string) => takeGuess({ store, now }, 'key', guess, three)
    for (const guess of ['a', 'b', 'c']) expect(await take(guess)).toBe(true)
    expect(await take('d')).toBe(false)
    await giveGuess({ store, now }, 'key', 'c', three)
    await giveGuess({ store, now }, 'key', 'c', three)
    expect(await take('d')).toBe(true)
    expect(await take('e')).toBe(false)
  })

  test('keys and windows are apart', async () => {
    const { store } = memoryStore({})
    for (const guess of ['a', 'b', 'c']) await takeGuess({ store, now }, 'one', guess, three)
    expect(await takeGuess({ store, now }, 'other', 'd', three)).toBe(true)
    expect(await takeGuess({ store, now: now + 60_000 }, 'one', 'd', three)).toBe(true)
  })
})
