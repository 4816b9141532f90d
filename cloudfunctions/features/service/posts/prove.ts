import { judgeProof, type Door } from '../../../../core/shared/door'
import { codesOf } from '../../life/public'
import type { Context } from '../use-case'

const WRONG_CODES = 20

const WRONG_CODES_WITHIN = 10 * 60_000

interface AtDoor {
  shiftId?: string | undefined
  code?: string | undefined
  point?: { lng: number; lat: number } | undefined
}

export const prove = async (context: Context<'post.signIn'> | Context<'post.signOut'>, door: Door, proof: AtDoor) => {
  const { subject, now, openid, refuse } = context
  const verdict = judgeProof(subject.place, door, proof, now, codesOf(subject))
  if (!verdict.refused) return
  if (verdict.refused === 'SIGNIN_CODE_INVALID') await context.limit(openid, WRONG_CODES, WRONG_CODES_WITHIN)
  refuse(verdict)
}
