/**
 * Whether node_modules holds what package-lock.json says. npm writes what it installed into node_modules/.package-lock.json as its very
 * last act, in the lockfile's own format, so the two can be compared whoever ran `npm ci` and however it ended.
 * @param {string} lockfile text of package-lock.json
 * @param {string} installed text of node_modules/.package-lock.json
 */
export function isInstalled(lockfile, installed) {
  const wanted = JSON.parse(lockfile).packages;
  const present = JSON.parse(installed).packages;
  return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
    if (path === '') return true; // the project itself
    const found = present[path];
    if (found === undefined) return optional === true; // made for another system
    return found.version === version && found.integrity === integrity;
  });
}
