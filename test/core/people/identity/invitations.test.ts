import fc from 'fast-check'
import { INVITE_ALPHABET, INVITE_LENGTH, isInviteCode, judgeInvite, maskName } from '../../../../core/people/identity/rules'
import { bareCode, groupCode } from '../../../../core/shared/typed-code'

const code = fc.string({ unit: fc.constantFrom(...Array.from(INVITE_ALPHABET)), minLength: INVITE_LENGTH, maxLength: INVITE_LENGTH })
const noise = fc.constantFrom('', ' ', '  ', '-', '\u3000', '\t', '—')
const fullWidth = (text: string) => text.replace(/[!-~]/g, letter => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))

test('a code read out over the phone and typed with blanks, dashes, small or full-width letters is the same code', () => {
  fc.assert(
    fc.property(code, fc.array(noise, { minLength: 10, maxLength: 10 }), fc.boolean(), fc.boolean(), (made, gaps, small, wide) => {
      const spaced = Array.from(made).map((letter, index) => `${gaps[index] ?? ''}${letter}`).join('') + (gaps[9] ?? '') // prettier-ignore
      const cased = small ? spaced.toLowerCase() : spaced
      const typed = wide ? fullWidth(cased) : cased
      expect(bareCode(typed)).toBe(made)
      expect(isInviteCode(bareCode(typed))).toBe(true)
    }),
  )
})

test.each([
  ['an invitation', 'ABCDEFGHJ', 'ABC DEF GHJ'],
  ['a setup code', 'ABCDEFGHJKMN', 'ABC DEF GHJ KMN'],
  ['the letters under a door’s code', 'ABCD1234', 'ABCD 1234'],
])('%s is shown in even groups, and read back as it was', (_, made, shown) => {
  expect(groupCode(made)).toBe(shown)
  expect(bareCode(shown)).toBe(made)
})

test.each([
  ['', 'nothing'],
  ['ABCD', 'too short'],
  ['ABCDEFGHJK', 'too long'],
  ['ABCDEFGH', 'as long as codes of before'],
  ['ABCDEFGH0', 'a letter that no code has'],
  ['{"$ne":1}', 'a trick'],
])('%j is no code: %s', typed => {
  expect(isInviteCode(bareCode(typed))).toBe(false)
})

test('no letter of a code can be mistaken for another of it', () => {
  for (const twins of ['0O', '1IL', '2Z', '5S', 'UV'])
    expect(Array.from(twins).filter(letter => INVITE_ALPHABET.includes(letter))).toEqual([])
})

const offer = (more: Partial<NonNullable<Parameters<typeof judgeInvite>[0]>> = {}) => ({
  memberId: 'elder',
  as: { kind: 'self' as const },
  expiresAt: 1000,
  ...more,
})

describe('what an invitation says', () => {
  const unbound = { openid: 'phone', memberId: null }
  test.each([
    ['to a fresh account', offer(), unbound, 999, 'bind'],
    ['at the instant it ends', offer(), unbound, 1000, 'INVITE_INVALID'],
    ['when there is none', null, unbound, 0, 'INVITE_INVALID'],
    ['to the account that used it', offer({ usedBy: 'phone' }), unbound, 5000, 'resume'],
    ['when another used it', offer({ usedBy: 'other' }), unbound, 0, 'INVITE_INVALID'],
    ['to the member again', offer(), { openid: 'phone', memberId: 'elder' }, 0, 'bind'],
    ['to another member', offer(), { openid: 'phone', memberId: 'another' }, 0, 'ALREADY_BOUND'],
    ['to a member as helper', offer({ as: { kind: 'family' } }), { openid: 'phone', memberId: 'another' }, 0, 'bind'],
    ['to the elder as their own helper', offer({ as: { kind: 'family' } }), { openid: 'phone', memberId: 'elder' }, 0, 'INVITE_INVALID'],
  ] as const)('%s', (_, invite, binder, now, verdict) => {
    expect(judgeInvite(invite, binder, now)).toBe(verdict)
  })

  test('an account that has not used it never gets past its end or another’s use', () => {
    fc.assert(
      fc.property(
        fc.nat(2000),
        fc.option(fc.constantFrom('phone', 'other'), { nil: undefined }),
        fc.constantFrom('self', 'family'),
        (now, usedBy, kind) => {
          const verdict = judgeInvite(offer({ as: { kind }, ...(usedBy ? { usedBy } : {}) }), unbound, now)
          expect(verdict === 'bind').toBe(usedBy === undefined && now < 1000)
          expect(verdict === 'resume').toBe(usedBy === 'phone')
        },
      ),
    )
  })
})

test('a masked name tells its length and its first character, also a rare one', () => {
  expect(['沈国强', '吕秀', '𠮷田一', ''].map(maskName)).toEqual(['沈**', '吕*', '𠮷**', ''])
})
