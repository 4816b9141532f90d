import { type Route, routes } from '../../../../core/shared/routes'
import { readCode, readScanned } from '../../../platform/links'
import { kioskOfQuery } from '../../life/public'
import { musterOfQuery, postOfQuery } from '../../service/public'

/** Where a code leads that is not an activity's own: to a post, or to a kiosk. */
export const elsewhere = (asked: (name: 'q') => string | undefined): Route | undefined => {
  const code = asked('q')
  const post = postOfQuery(code)
  if (post) return routes.post({ id: post.postId, c: post.code })
  // The proof of a certificate.
  const honour = readScanned(code, readCode)?.['h']
  if (honour !== undefined) return routes.honour({ code: honour })
  const muster = musterOfQuery(code)
  if (muster) return routes.muster({ id: muster.musterId, c: muster.code, p: muster.slot })
  const kiosk = kioskOfQuery(code)
  return kiosk && routes.kiosk({ a: kiosk.activityId, k: kiosk.kioskToken })
}
