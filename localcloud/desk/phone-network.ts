/**
 * Runs before anything else on a page inside a phone of the desk: while the desk has switched the phone's network off (the frame's attribute
 * `data-network`), requests fail as they do without a network, and `navigator.onLine` says so. The page itself needs to know nothing of it.
 */
function obeySwitch(frame: Element): void {
  const isOff = () => frame.getAttribute('data-network') === 'off'

  const fetchForReal = window.fetch.bind(window)
  window.fetch = (...request) => (isOff() ? Promise.reject(new TypeError('Failed to fetch')) : fetchForReal(...request))

  class SwitchedRequest extends XMLHttpRequest {
    override send(...body: Parameters<XMLHttpRequest['send']>): void {
      if (!isOff()) {
        super.send(...body)
        return
      }
      // After the caller has returned, as a browser reports it.
      setTimeout(() => {
        this.dispatchEvent(new ProgressEvent('error'))
        this.dispatchEvent(new ProgressEvent('loadend'))
      })
    }
  }
  window.XMLHttpRequest = SwitchedRequest

  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => !isOff() })
}

if (window.frameElement !== null) obeySwitch(window.frameElement)
