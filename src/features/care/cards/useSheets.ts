import { useState } from 'react'
import { CARDS_ON_A_PAGE as ON_A_PAGE } from '../../../../core/care/cards/page'
import { type AnyRefusal, call } from '../../../platform/call'
import { drawPicture } from '../../../platform/picture'
import { codeSource, HEIGHT, paintSheet, WIDTH } from './sheet'

interface Work {
  pages: string[]
  /** Pages wanted; absent while nothing is being made. */
  total?: number
  refusal?: AnyRefusal
  /** This phone cannot draw. */
  failed?: boolean
}

/** Makes the printed pages one by one; what is made stays when a later one fails, and going on makes only the rest. */
export const useSheets = (orgId: string) => {
  const [work, setWork] = useState<Work>({ pages: [] })
  const make = async (memberIds: readonly string[], before: readonly string[] = []) => {
    const total = Math.ceil(memberIds.length / ON_A_PAGE)
    const pages = [...before]
    while (pages.length < total) {
      setWork({ pages: [...pages], total })
      const answer = await call('card.print', {
        orgId,
        memberIds: memberIds.slice(pages.length * ON_A_PAGE, (pages.length + 1) * ON_A_PAGE),
      })
      if (!answer.ok) {
        setWork({ pages: [...pages], refusal: answer })
        return
      }
      const { items } = answer.data
      const page = await drawPicture(WIDTH, HEIGHT, paintSheet(items), items.map(codeSource))
      if (page === undefined) {
        setWork({ pages: [...pages], failed: true })
        return
      }
      pages.push(page)
    }
    setWork({ pages })
  }
  const forget = () => setWork({ pages: [] })
  return { ...work, make, forget }
}
