import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type AnyRefusal, call, type Given } from '../../../platform/call'

export type BranchMember = Given<'roster.list'>['items'][number]

export interface BranchMembers {
  /** Who has been fetched so far, in the roster's order. */
  members: readonly BranchMember[]
  /** Everyone is here. */
  complete: boolean
  refusal: AnyRefusal | undefined
  reload: () => Promise<void>
}

/**
 * Everyone of a branch (with `dead`, those who died instead), page after page: a search for a name must not depend on which page it is on.
 * Asked again when the page comes back into sight.
 */
export const useBranchMembers = (branchId: string, dead = false): BranchMembers => {
  const [members, setMembers] = useState<readonly BranchMember[]>([])
  const [complete, setComplete] = useState(false)
  const [refusal, setRefusal] = useState<AnyRefusal | undefined>()
  const turn = useRef(0)

  const reload = useCallback(async () => {
    const mine = ++turn.current
    setRefusal(undefined)
    const found: BranchMember[] = []
    let cursor: string | null = null
    let first = true
    while (first || cursor !== null) {
      first = false
      const answer: Awaited<ReturnType<typeof call<'roster.list'>>> = await call('roster.list', {
        branchId,
        dead,
        ...(cursor === null ? {} : { cursor }),
      })
      if (mine !== turn.current) return
      if (!answer.ok) {
        setRefusal(answer)
        return
      }
      found.push(...answer.data.items)
      cursor = answer.data.cursor
      // While an older list is shown, it is replaced only by a longer or a whole one.
      const sofar = [...found]
      setMembers(shown => (cursor !== null && shown.length > sofar.length ? shown : sofar))
    }
    setComplete(true)
  }, [branchId, dead])

  const opened = useRef(false)
  useEffect(() => {
    void reload()
    const asked = turn
    return () => {
      asked.current++
    }
  }, [reload])
  useDidShow(() => {
    if (opened.current) void reload()
    opened.current = true
  })
  return { members, complete, refusal, reload }
}
