import type { ReactNode } from 'react'
import type { Role } from '../../../../core/shared/operation'
import type { IconName } from '../../../components/icons'
import { LeadHome } from '../../../components/LeadHome'
import type { Tab } from '../../../components/TabBar'
import { Agreed, type AgreedActing, ChooseOffice, Known, type KnownActing, Met } from '../../people/public'
import { branchOnDesk, putOnDesk } from './desk'

/** What a page's address says under one of its names, decoded; undefined where it says nothing. */
export type Asked<Q extends string> = (name: Q) => string | undefined

interface Guarding<G extends object, Q extends string> {
  asked: Asked<Q>
  tab: Tab | undefined
  children: (given: G) => ReactNode
}

/** What the reader of a page must be. A reader who is it sees the page, which is given `G`; any other sees what is missing, and a way on. */
export type Reader<G extends object, Q extends string = never> = (door: Guarding<G, Q>) => ReactNode

/** Everyone who opens the mini-program, known or not. */
export const anyone: Reader<{ acting?: undefined }> = ({ children }) => children({})

/** Everyone, once the cloud has said who it is. */
export const met: Reader<{ acting: AgreedActing }> = ({ tab, children }) => <Met tab={tab}>{acting => children({ acting })}</Met>

/** Everyone who has agreed to the privacy notice, which is asked here. */
export const agreed: Reader<{ acting: AgreedActing }> = ({ tab, children }) => <Agreed tab={tab}>{acting => children({ acting })}</Agreed>

export interface ToKnown {
  acting: KnownActing
  office?: undefined
}

/** A member, or a family helper of one; asked here who they are. */
export const known: Reader<ToKnown> = ({ tab, children }) => <Known tab={tab}>{acting => children({ acting })}</Known>

/** Who may be on a page by office, and what every other reader is told of it. */
interface Officers {
  roles: readonly Role[]
  icon: IconName
  /** What this place is. */
  title: string
  /** Who to turn to. */
  hint: string
}

type Grant = KnownActing['me']['grants'][number]

const grantsAs = (acting: KnownActing, roles: readonly Role[]): Grant[] =>
  roles.flatMap(role => acting.me.grants.filter(grant => grant.role === role))

/** Holders of one of these roles, over any organization. */
export const officer =
  ({ roles, ...place }: Officers): Reader<ToKnown> =>
  ({ tab, children }) => (
    <Known tab={tab}>{acting => (grantsAs(acting, roles).length > 0 ? children({ acting }) : <LeadHome {...place} />)}</Known>
  )

/** The organization a page is about. */
export interface Office {
  orgId: string
  orgName: string
  /** The reader came to it as its secretary. */
  secretary: boolean
}

export interface ToOfficer {
  acting: KnownActing
  office: Office
  /** Asks again which office; absent where there is only one, or where the address names it. */
  onChange?: () => void
}

/** Which of their offices a reader with several is asked for. */
interface Choosing {
  label?: string
  note?: string
  first?: string | undefined
  onChosen?: (orgId: string | undefined) => void
}

const eachOnce = (grants: readonly Grant[]): Office[] =>
  grants
    .filter((one, index) => grants.findIndex(other => other.orgId === one.orgId) === index)
    .map(({ orgId, orgName, role }) => ({ orgId, orgName, secretary: role === 'secretary' }))

const officesOf = (acting: KnownActing, roles: readonly Role[]): Office[] => eachOnce(grantsAs(acting, roles))

/** Holders of one of these roles; a reader with several such offices says for which. */
export const oneOffice =
  <Q extends string = never>({ roles, ...place }: Officers, choosing: (asked: Asked<Q>) => Choosing = () => ({})): Reader<ToOfficer, Q> =>
  ({ asked, tab, children }) => (
    <Known tab={tab}>
      {acting => {
        const offices = officesOf(acting, roles)
        if (offices.length === 0) return <LeadHome {...place} />
        return (
          <ChooseOffice offices={offices} {...choosing(asked)}>
            {(office, change) => children({ acting, office, ...(change ? { onChange: change } : {}) })}
          </ChooseOffice>
        )
      }}
    </Known>
  )

/** The secretary of the branch on the desk; a secretary of several puts one there, and it is remembered. */
export const onDesk = (place: Omit<Officers, 'roles'>): Reader<ToOfficer> =>
  oneOffice({ roles: ['secretary'], ...place }, () => ({
    label: '您负责几个支部，先办哪一个的事？',
    note: '选过会记住，在工作台可以更换。',
    first: branchOnDesk(),
    onChosen: putOnDesk,
  }))

/** As `onDesk` for a secretary; for holders of other of these roles, of the office they choose. */
export const deskOrOffice = ({ roles, ...place }: Officers): Reader<ToOfficer> => {
  const Desk = onDesk(place)
  const Other = oneOffice({ roles, ...place })
  return ({ children, ...door }) => (
    <Known tab={door.tab}>
      {acting => {
        const Asking = grantsAs(acting, ['secretary']).length > 0 ? Desk : Other
        return <Asking {...door}>{children}</Asking>
      }}
    </Known>
  )
}

/** Of the organization that the address names (`orgId`, `name`), for holders of one of these roles; of their own office where it names none. */
export const namedOffice = ({ roles, ...place }: Officers, own: Reader<ToOfficer>): Reader<ToOfficer, 'orgId' | 'name'> => {
  const Holder = officer({ roles, ...place })
  const Own = own
  return ({ children, asked, tab }) => {
    const orgId = asked('orgId')
    if (orgId === undefined)
      return (
        <Own asked={asked} tab={tab}>
          {children}
        </Own>
      )
    return (
      <Holder asked={asked} tab={tab}>
        {({ acting }) => {
          const own = acting.me.grants.find(one => one.orgId === orgId)
          return children({ acting, office: { orgId, orgName: asked('name') ?? own?.orgName ?? '', secretary: false } })
        }}
      </Holder>
    )
  }
}

/** What the reader must be depends on what the address says. */
export const where = <A extends object, B extends object, Q extends string>(
  says: (asked: Asked<Q>) => boolean,
  Then: Reader<A, Q>,
  Else: Reader<B, Q>,
): Reader<A | B, Q> => {
  const Page: Reader<A | B, Q> = door => (says(door.asked) ? <Then {...door} /> : <Else {...door} />)
  return Page
}

/** A page about the one thing that its address names under `name`; where it names nothing, the reader is told what belongs here, and led home. */
export const about = <G extends object, Q extends string, N extends string>(
  name: N,
  icon: IconName,
  /** What the page shows of one, after 这里看. */
  what: string,
  Of: Reader<G, Q>,
): Reader<G & { id: string }, Q | N> => {
  const Page: Reader<G & { id: string }, Q | N> = ({ asked, tab, children }) => (
    <Of asked={asked} tab={tab}>
      {given => {
        const id = asked(name)
        return id === undefined ? (
          <LeadHome icon={icon} title={`这里看${what}`} hint="这个链接不完整。请从首页、工作台或者消息里点进来。" />
        ) : (
          children({ ...given, id })
        )
      }}
    </Of>
  )
  return Page
}
