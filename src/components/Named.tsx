import type { ReactNode } from 'react'
import type { IconName } from './icons'
import { LeadHome } from './LeadHome'

interface Props {
  /** What the address says; a link that was cut off or typed by hand may say nothing. */
  id: string | undefined
  icon: IconName
  /** What the page shows of one, after 这里看. */
  what: string
  children: (id: string) => ReactNode
}

/** A page about the one thing that its address names; an address that names nothing is told what belongs here, and led home. */
export const Named = ({ id, icon, what, children }: Props) =>
  id ? (
    <>{children(decodeURIComponent(id))}</>
  ) : (
    <LeadHome icon={icon} title={`这里看${what}`} hint="这个链接不完整。请从首页、工作台或者消息里点进来。" />
  )
