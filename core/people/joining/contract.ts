import * as z from 'zod'
import { operation } from '../../shared/operation'
import { Cursor, Id, InstantMs, Nothing, line, page, text } from '../../shared/schemas'

/** What a branch's card for a chat opens with. */
const Token = z.string().min(1).max(32)
const Card = z.object({ token: Token, since: InstantMs })

/** A whole branch comes in by one card in its chat; and a person whose number stands on no roster reaches an officer. */
export const joining = {
  /** The card of a branch; made where there is none. With `fresh` a new one takes the place of the former, which opens nothing any more. */
  'joining.card': operation({
    who: ['secretary'],
    of: 'branchId',
    input: z.object({ branchId: Id, fresh: z.boolean().optional() }),
    output: Card,
  }),
  /** Ends it. */
  'joining.endCard': operation({ who: ['secretary'], of: 'branchId', input: z.object({ branchId: Id }), output: Nothing }),
  /** Who of the branch has not bound a WeChat account yet, in the roster's order, and how many have. */
  'joining.left': operation({
    who: ['secretary'],
    of: 'branchId',
    input: z.object({ branchId: Id, cursor: Cursor.optional() }),
    output: page(
      z.object({
        memberId: Id,
        name: z.string(),
        groupName: z.string().optional(),
        maskedPhone: z.string().optional(),
        /** A number of their family is known. */
        family: z.boolean(),
      }),
    ).extend({ members: z.int(), bound: z.int() }),
  }),
  /** Which branch a card is of, and the number of its rooms where that is known. */
  'joining.open': operation({
    who: 'anyone',
    input: z.object({ token: Token }),
    output: z.object({ branchName: z.string(), office: z.object({ name: z.string(), phone: z.string() }).optional() }),
    errors: ['BRANCH_CARD_ENDED'],
  }),
  /**
   * Asks to be put on a roster, with the number that WeChat verifies: by a branch's card, by the words for the branch, or by nothing where a roster has the
   * number already. Asked again it says the newest. What is answered does not tell which branch it was, nor whether there is one.
   */
  'joining.ask': operation({
    who: 'anyone',
    input: z.object({
      name: line(20),
      branch: text(40).optional(),
      token: Token.optional(),
      phoneCode: z.string().min(1).max(128).optional(),
    }),
    output: z.object({ to: z.enum(['branch', 'bureau']) }),
    errors: ['PHONE_BINDING_OFF', 'PHONE_CODE_INVALID', 'ALREADY_BOUND'],
  }),
  /** What became of it. `inviteCode`: the officer put them on the roster, and this binds them. */
  'joining.mine': operation({
    who: 'anyone',
    input: Nothing,
    output: z.object({
      asked: z
        .object({
          state: z.enum(['open', 'added', 'declined']),
          to: z.enum(['branch', 'bureau']),
          name: z.string(),
          at: InstantMs,
          inviteCode: z.string().optional(),
        })
        .nullable(),
    }),
  }),
  /** Who asks at this desk: of a branch, or, where no branch could be made out, of the bureau. The longest waiting first. */
  'joining.list': operation({
    who: ['secretary', 'street', 'bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id, cursor: Cursor.optional() }),
    output: page(
      z.object({
        joiningId: Id,
        name: z.string(),
        maskedPhone: z.string(),
        at: InstantMs,
        /** Their words for the branch. */
        said: z.string(),
        /** Of the branch, with the same name or number. */
        alike: z.array(z.object({ memberId: Id, name: z.string(), maskedPhone: z.string().optional(), bound: z.boolean() })),
      }),
    ).extend({ branch: z.boolean() }),
  }),
  /** The number to dial; leaves an audit row. */
  'joining.phone': operation({
    who: ['secretary', 'street', 'bureau'],
    of: 'joiningId',
    input: z.object({ joiningId: Id }),
    output: z.object({ phone: z.string() }),
  }),
  /** Puts the person on the roster of the branch, or says which of its members it is; the account that asked may bind then. */
  'joining.add': operation({
    who: ['secretary'],
    of: 'joiningId',
    input: z.object({ joiningId: Id, memberId: Id.optional() }),
    output: z.object({ memberId: Id }),
  }),
  /** Says that the person is not of this place. */
  'joining.decline': operation({
    who: ['secretary', 'street', 'bureau'],
    of: 'joiningId',
    input: z.object({ joiningId: Id }),
    output: Nothing,
  }),
  /** Hands the person on to the desk of a branch, by the beginning of its name. */
  'joining.place': operation({
    who: ['street', 'bureau'],
    of: 'joiningId',
    input: z.object({ joiningId: Id, branch: line(40) }),
    output: z.object({ branchName: z.string() }),
    errors: ['BRANCH_UNCLEAR'],
  }),
} as const
