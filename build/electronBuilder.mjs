import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The configuration of electron-builder. `electron` is the folder of an unpacked Electron, null to let the builder fetch its own. `development` means the
 * runtime of the npm registry (electronRuntime/): too old for the database, so that a Node of its own is packed beside it. It is never shipped.
 */
export function configuration({ electron, development }) {
  return {
    appId: 'cn.hengtong.booking',
    productName: '亨通预约',
    executableName: 'hengtong-booking',
    directories: { output: 'release', buildResources: 'build/icons' },
    // The database brings a prebuilt part that fits every platform: nothing is compiled.
    npmRebuild: false,
    files: [
      'dist/**',
      '!dist/**/*.map',
      '!dist/.*',
      '!dist/compiled/**',
      'package.json',
      '!node_modules/node-addon-api/**',
      '!node_modules/better-sqlite3/{deps,src,binding.gyp}',
      '!node_modules/better-sqlite3/{deps,src}/**',
      '!node_modules/node{,-*}/**',
    ],
    asar: true,
    asarUnpack: [
      '**/*.node',
      ...(development ? ['dist/core.cjs', 'dist/parser.cjs', 'node_modules/better-sqlite3/**'] : []),
    ],
    ...(electron === null ? {} : { electronDist: electron }),
    ...(development ? { extraResources: [{ from: 'node_modules/node/bin', to: 'node' }] } : {}),
    icon: 'build/icons/icon.png',
    win: { files: otherPrebuilds('win32'), target: [{ target: 'nsis', arch: ['x64'] }] },
    nsis: {
      oneClick: false,
      perMachine: false,
      allowToChangeInstallationDirectory: true,
      deleteAppDataOnUninstall: false,
    },
    linux: {
      files: otherPrebuilds('linux'),
      target: ['AppImage', 'deb'],
      category: 'Office',
      maintainer: 'Hengtong Booking team',
    },
    mac: { files: otherPrebuilds('darwin'), target: ['dmg'], category: 'public.app-category.business' },
    afterPack: (context) => harden(context, development),
  }
}

/** The database's native parts for other systems stay outside. */
function otherPrebuilds(system) {
  const others = ['darwin', 'linux', 'linuxmusl', 'win32'].filter((name) => name !== system)
  return [`!node_modules/better-sqlite3/prebuilds/{${others.join(',')}}-*.node`]
}

/** Sets every fuse (reliability.md §2.2), before anything is signed. A fuse that Electron adds later fails the build until it is decided on. */
async function harden({ appOutDir, electronPlatformName, packager }, development) {
  const { productFilename } = packager.appInfo
  const file = {
    win32: `${productFilename}.exe`,
    darwin: `${productFilename}.app/Contents/MacOS/${productFilename}`,
    linux: packager.executableName,
  }[electronPlatformName]
  if (development) rmSync(join(appOutDir, 'resources/app'), { recursive: true, force: true })
  const wanted = {
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableCookieEncryption]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: electronPlatformName !== 'linux',
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
    ...(development ? {} : { [FuseV1Options.WasmTrapHandlers]: true }),
  }
  await flipFuses(join(appOutDir, file), {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: !development,
    resetAdHocDarwinSignature: electronPlatformName === 'darwin',
    ...wanted,
  })
}

/** Whether a folder holds an Electron too old to ship: its own version says so. */
export function isDevelopmentRuntime(electron, wanted) {
  if (electron === null) return false
  try {
    return (
      readFileSync(join(electron, 'version'), 'utf8').trim().replace(/^v/, '').split('.')[0] !== wanted.split('.')[0]
    )
  } catch {
    return false
  }
}
