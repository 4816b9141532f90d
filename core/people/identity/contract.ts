import * as z from 'zod'
import { templateNames } from '../../shared/notices'
import { operation, refusal, roles } from '../../shared/operation'
import { phoneInvalid } from '../../shared/refusals'
import { relations } from '../../shared/relations'
import { FileId, Id, InstantMs, Nothing, line, text } from '../../shared/schemas'

/** A member as the one who acts sees them: enough to greet and to choose. */
const Person = z.object({ memberId: Id, name: z.string(), branchId: Id, branchName: z.string(), groupName: z.string().optional() })
export type Person = z.infer<typeof Person>

const Grant = z.object({ role: z.enum(roles), orgId: Id, orgName: z.string() })

/** A code that binds one WeChat account, once. */
export const Invitation = z.object({ inviteCode: z.string(), expiresAt: InstantMs })

const Relation = z.enum(relations)
const Helper = z.object({ bondId: Id, name: z.string(), relation: Relation, since: InstantMs, consent: z.string() })

/** What is held about a person, in the words of the roster. */
const Held = z.object({ field: z.string(), label: z.string(), value: z.string(), correctable: z.boolean() })

const forMemberId = Id.optional()

/** A WeChat account that is bound as a person. It is told by a name that only serves for this person; no OPENID is shown. */
export const BoundAccount = z.object({
  accountRef: z.string(),
  since: InstantMs,
  /** By an invitation or by a verified number; missing where that was not noted. */
  how: z.enum(['invitation', 'number']).optional(),
})

/** How a person says, without typing, which of the members with a verified number they are. */
const claim = {
  name: line(20).optional(),
  birthYear: z.int().min(1880).max(2100).optional(),
  candidate: z.string().max(64).optional(),
}
/**
 * The members with this number: the name masked, and six years of which one is the year of birth; none where only the name tells. The same years each
 * time, for each account: two looks laid over one another tell nothing.
 */
const phoneWho = refusal(
  'PHONE_WHO',
  z.object({ people: z.array(z.object({ candidate: z.string(), name: z.string(), years: z.array(z.int()) })) }),
)
/** PHONE_BINDING_OFF: this environment knows no one by a phone number (`on.phoneBinding` of its configuration). */
const phoneRefusals = [
  'PHONE_BINDING_OFF',
  'PHONE_CODE_INVALID',
  phoneWho,
  'PHONE_ASK_SECRETARY',
  'OFFICE_NEEDS_INVITE',
  'ALREADY_BOUND',
] as const

export const identity = {
  /** Who am I, what may I do, which elders may I act for. */
  'me.get': operation({
    who: 'anyone',
    input: Nothing,
    output: z.object({
      openid: z.string(),
      member: Person.nullable(),
      grants: z.array(Grant),
      actingFor: z.array(Person.extend({ relation: Relation })),
      privacyAgreed: z.boolean(),
      unreadMessages: z.int(),
      /** What this environment is called, the ids of its message templates (one that is missing: the inbox alone), and what is switched on. */
      environment: z.object({
        bureau: z.string().optional(),
        templates: z.partialRecord(z.enum(templateNames), z.string()),
        phoneBinding: z.boolean(),
      }),
      /** No one is here yet, and the caller may be the first (`setup.claim`). Only said where it is so, and to an account that may act for no one. */
      setupNeeded: z.literal(true).optional(),
      /** The hour by our clock: telephones set theirs wrong. */
      now: InstantMs,
    }),
  }),
  /** Binds this WeChat account by an invitation: to oneself, or as a family helper, as the invitation says. */
  'me.bind': operation({
    who: 'anyone',
    input: z.object({ inviteCode: z.string().max(32) }),
    output: z.object({ memberId: Id }),
    errors: ['INVITE_INVALID', 'ALREADY_BOUND'],
  }),
  /**
   * Makes a volunteer of a person on no roster, known by the phone number that WeChat verifies. Where a roster has the number as a door, it binds to its
   * member if the name fits. `notMe`: the number has changed hands, none of them is the caller; the roster's member is not touched, and their secretary is told.
   */
  'me.register': operation({
    who: 'anyone',
    input: z.object({ ...claim, name: line(20), phoneCode: z.string().min(1).max(128), notMe: z.boolean().optional() }),
    output: z.object({ memberId: Id }),
    errors: phoneRefusals,
  }),
  /**
   * Binds by WeChat's verified phone number, if the full name fits too or the right year of birth is chosen. PHONE_ASK_SECRETARY: too often wrong; the
   * secretary gives an invitation. OFFICE_NEEDS_INVITE: an officer is invited by the office above. `branchToken`: opened by that branch's card, whose own
   * members are asked about first.
   */
  'me.bindByPhone': operation({
    who: 'anyone',
    input: z.object({ ...claim, phoneCode: z.string().min(1).max(128).optional(), branchToken: z.string().max(32).optional() }),
    output: z.object({ memberId: Id }),
    errors: [...phoneRefusals, 'PHONE_UNKNOWN'],
  }),
  /** Every WeChat account that is bound as the caller, the one that asks first. */
  'me.accounts': operation({
    who: 'self',
    input: Nothing,
    output: z.object({ accounts: z.array(BoundAccount.extend({ mine: z.boolean() })) }),
  }),
  /** Ends the binding of one of them. */
  'me.endAccount': operation({ who: 'self', input: z.object({ accountRef: z.string().min(1).max(64) }), output: Nothing }),
  /** Says of a number that was brought for the caller whether it is theirs: then it opens a door, else it goes. */
  'me.answerDoor': operation({ who: 'self', input: z.object({ doorId: Id, mine: z.boolean() }), output: Nothing }),
  /** Ends the bond of this account with oneself or with an elder one helps. */
  'me.unbind': operation({ who: 'anyone', input: z.object({ memberId: Id }), output: Nothing }),
  /** Agrees to the privacy notice of that version. */
  'me.agree': operation({ who: 'anyone', input: z.object({ version: z.string().min(1).max(20) }), output: Nothing }),
  /** Everything held about the person. */
  'me.data': operation({
    who: 'member',
    input: z.object({ forMemberId }),
    output: z.object({
      held: z.array(Held),
      helpers: z.array(Helper),
      /** Numbers that wait for the person's word; empty for a helper. */
      waitingDoors: z.array(z.object({ doorId: Id, phone: z.string(), by: z.string(), at: InstantMs })),
      /** Who looked at or changed what is held, the latest first. */
      looked: z.array(z.object({ at: InstantMs, by: z.string(), what: z.string() })),
    }),
  }),
  /** The same as a workbook that is there for a day. */
  'me.export': operation({
    kept: true,
    who: 'member',
    input: z.object({ forMemberId }),
    output: z.object({ fileId: FileId, url: z.string() }),
  }),
  /** Corrects what a person knows best about themselves. */
  'me.correct': operation({
    who: 'member',
    input: z.object({
      forMemberId,
      phones: z.array(z.string().max(30)).max(5).optional(),
      residence: text(100).optional(),
      emergencyName: text(20).optional(),
      emergencyPhones: z.array(z.string().max(30)).max(5).optional(),
      skills: z.array(line(20)).max(20).optional(),
    }),
    output: Nothing,
    errors: [phoneInvalid],
  }),
  /** Withdraws: the account, its helpers and optional facts go; the branch keeps the roster row it must keep. Open to all, so that a repeat is answered alike. */
  'me.withdraw': operation({ kept: true, who: 'anyone', input: Nothing, output: z.object({ kept: z.array(z.string()) }) }),
  /** An elder lets a family member act for them. */
  'family.invite': operation({ who: 'self', input: z.object({ name: line(20), relation: Relation }), output: Invitation }),
  /** The secretary invites a family helper; how the elder agreed is kept. */
  'family.inviteFor': operation({
    ranked: 'over',
    who: ['secretary'],
    of: 'memberId',
    input: z.object({ memberId: Id, name: line(20), relation: Relation, consent: line(100) }),
    output: Invitation,
  }),
  /** Ends a family helper's bond, by the elder. */
  'family.end': operation({ who: 'member', input: z.object({ bondId: Id }), output: Nothing }),
} as const
