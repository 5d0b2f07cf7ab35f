/**
 * Directives, sections and values of Apache's modules in lower case. Those of a line with a colon all begin with what
 * is before it; lines that are indented further belong to it too.
 */
const lists = `
  acceptfilter acceptpathinfo accessfilename action add addalt addaltbyencoding addaltbytype addaltclass addcharset
  adddefaultcharset adddescription addencoding addhandler addicon addiconbyencoding addiconbytype addinputfilter
  addlanguage addmoduleinfo addoutputfilter addoutputfilterbytype addsuffix addtype alias aliasmatch all allow always and
  anonymous anonymous_logemail anonymous_mustgiveemail anonymous_nouserid anonymous_verifyemail any
  ap_auth_internal_per_uri api_version append ascending asyncrequestworkerfactor attribute auth auto backend-address
  balancergrowth balancerinherit balancermember balancerpersist base basedn basic before block boolean browsermatch
  browsermatchnocase bufferedlogs buffersize byte byteranges cache cgi cgidscripttimeout cgimapextension cgipassauth
  cgivar chain change charset checkcaseonly checkspelling chrootdir circle cmd conditional-expression condpattern conn
  conn_remote_addr contentdigest cookie coredumpdirectory current-uri customlog date date_gmt date_local dav db dbm
  decoding default define deny descending description descriptionwidth digest directory disabled disableenv dns domain
  double dtraceprivileges dumpioinput dumpiooutput duration early echo echomsg edit edit* else elseif email enableenv
  enableexceptionhook enablemmap enablesendfile encoding env environment-variable-name errmsg error example execcgi expr
  fallback fallbackresource fancyindexing fast file filter filter-name filter_name filterchain filterdeclare
  filterprotocol filterprovider filters filtertrace finding first-dot foldersfirst followsymlinks forcelanguagepriority
  forcetype forensiclog forever form formatted fpm from ftype full function_name gdbm generic globallog gone gprofdir
  gracefulshutdowntimeout group handlers header headername hit hook_function_name host hostname hostnamelookups
  hse_append_log_parameter html htmltable httpprotocoloptions https identitycheck identitychecktimeout if ignore imal in
  include inherit inode input inputsed int integer intype ipaddr is_subreq iserror keepalive keepalivetimeout keptbodysize
  languagepriority last-dot last_modified ldap leaf legacyprefixdocroot level limit listen listenbacklog
  listencoresbucketsratio loadfile loadmodule location locationmatch macro major manual map map1 map2 max memcacheconnttl
  menu merge mergebase mergetrailers mimemagicfile miss mmapfile mtime multiviews multiviewsmatch mutex mutual-failure
  mysql name namevirtualhost namewidth ndbm negotiatedonly never no nochange nocontent nodecode none nonfatal noproxy note
  number-of-ranges nwssltrustedcerts nwsslupgradeable odbc off on once onerror onfail option optional options or oracle
  order original-uri os output outputsed outtype parent-first parent-last passenv path path_info permanent pidfile pipe
  point poly postgresql prefer preservescontentlength prg privilegesmode proxyfcgibackendtype proxyfcgisetenvif
  proxypassreversecookiedomain proxypassreversecookiepath proxyscgiinternalredirect proxyscgisendfile qs
  qualifyredirecturl query_string_unescaped range ratio readmename receivebuffersize rect redirect referer reflectorheader
  regex registerhttpmethod registry registry-strict remoteipproxyprotocol remoteipproxyprotocolexceptions remove request
  requestheader requestreadtimeout require reset revalidate rfc2109 rnd satisfy scanhtmltitles scope scoreboardfile script
  scriptlogbuffer scriptloglength sdbm searching secure securelisten seeother seerequesttail selective semiformatted
  sendbuffersize server session set showforbidden size sizefmt sqlite2 sqlite3 ssl sslusername sslusestapling
  sslverifyclient sslverifydepth startbody startservers startthreads stat string string1 subnet substitute
  substituteinheritbefore substitutemaxlinelength suexec suexecusergroup symlinksifownermatch temp temporary
  test_condition1 the_request thread timefmt timeout tls to-pattern traceenable trackmodified transferlog transform txt
  type typesconfig uctonly uid undefine undefmacro unescape unformatted unlimited unset unsetenv uri-pattern url
  url-of-terms-of-service url-path use value value-expression var versionsort virtual watchdoginterval x-forwarded-for
  x-forwarded-host x-forwarded-server xbithack xhtml xml2encalias xml2encdefault xml2startparse
  allow: anyuri connect encodedslashes methods noslash override overridelist
  auth: -int config dbduserpwquery dbduserrealmquery dbmgroupfile dbmtype dbmuserfile groupfile merging type userfile
  authbasic: authoritative fake provider usedigestalgorithm
  authdigest: algorithm domain noncelifetime provider qop shmemsize
  authform: authoritative body disablenostore fakebasicauth location loginrequiredlocation loginsuccesslocation
    logoutlocation method mimetype password provider sitepassphrase size username
  authldap: authorizeprefix bindauthoritative binddn bindpassword charsetconfig compareasuser comparednonserver
    dereferencealiases groupattribute groupattributeisdn initialbindasuser initialbindpattern maxsubgroupdepth
    remoteuserattribute remoteuserisdn searchasuser subgroupattribute subgroupclass url
  authn: ame cachecontext cacheenable cacheprovidefor cachesocache cachetimeout provideralias zfcgicheckauthnprovider
    zfcgidefineprovider
  authz: dbdlogintoreferer dbdquery dbdredirectquery dbmtype provideralias sendforbiddenonfailure
  balancer_: name route_changed session_route session_sticky worker_name worker_route
  brotli: alteretag compressionmaxinputblock compressionquality compressionwindow filternote
  cache: -hit -invalidate -miss -revalidate defaultexpire detailheader dirlength dirlevels disable enable file header
    ignorecachecontrol ignoreheaders ignorenolastmod ignorequerystring ignoreurlsessionidentifiers keybaseurl
    lastmodifiedfactor lock lockmaxage lockpath maxexpire maxfilesize minexpire minfilesize negotiateddocs quickhandler
    readsize readtime root socache staleonerror storeexpired storenostore storeprivate
  cachesocache: maxsize maxtime mintime readsize readtime
  charset: default options sourceenc
  cookie: 2 domain expires name style tracking
  dav: depthinfinity genericlockdb lockdb mintimeout
  dbd: exptime initsql keep max min params persist preparesql river
  default: icon language runtimedir type
  deflate: buffersize compressionlevel filternote inflatelimitrequestbody inflateratioburst inflateratiolimit memlevel
    windowsize
  directory: checkhandler index indexredirect match slash
  document: _args _name _root _uri root
  error: document log logformat
  expires: active bytype default
  ext: endedstatus filterdefine filteroptions
  file: -group -owner etag info name s smatch
  h2: copyfiles direct earlyhints maxsessionstreams maxworkeridleseconds maxworkers minworkers moderntlsonly push
    pushdiarysize pushpriority pushresource serializeheaders streammaxmemsize tlscooldownsecs tlswarmupsize upgrade
    windowsize
  heartbeat: address listen maxservers storage
  hse_req_: done_with_session is_connected is_keep_conn map_url_to_path send_response_header send_response_header_ex
    send_url send_url_redirect_resp
  icon: height sarelinks width
  if: define module version
  ignore: case client contextinfo inherit
  imap: base default menu
  include: optional s snoexec
  index: es headinsert ignore ignorereset options orderdefault stylesheet
  inherit: before down downbefore
  isapi: appendlogtoerrors appendlogtoquery cachefile fakeasync lognotsupported readaheadbuffer
  ldap: cacheentries cachettl connectionpoolttl connectiontimeout librarydebug opcacheentries opcachettl referralhoplimit
    referrals retries retrydelay sharedcachefile sharedcachesize timeout trustedclientcert trustedglobalcert trustedmode
    verifyservercert
  limit: except internalrecursion xmlrequestbody
  limitrequest: body fields fieldsize line
  log: _function_name format iotrackttfb level message
  lua: authzprovider codecache inherit inputfilter maphandler outputfilter packagecpath packagepath quickhandler root
    scope
  luahook: accesschecker authchecker checkuserid fixups insertfilter log maptostorage translatename typechecker
  max: connectionsperchild keepaliverequests memfree rangeoverlaps rangereversals ranges requestworkers spareservers
    sparethreads threads
  md: 5 5-sess baseserver cachallenges certificateagreement certificateauthority certificateprotocol drivemode httpproxy
    member members muststaple notifycmd omain omainset portmap privatekeys renewwindow requirehttps storedir
  meta: dir files suffix
  min: or spareservers sparethreads
  mod: _cache_disk _cache_socache e emstandard mimeusepathinfo
  pro: tocol tocolecho tocols tocolshonororder vider-name vider_name xy
  proxy: addheaders badheader block domain erroroverride ftpdircharset ftpescapewildcards ftplistonwildcard iobuffersize
    match maxforwards pass preservehost receivebuffersize remote remotematch requests set sourceaddress status timeout via
  proxy-: chain-auth fcgi-pathinfo initial-not-pooled interim-response nokeepalive scgi-pathinfo sendcl sendextracrlf
    source-port status
  proxyexpress: dbmfile dbmtype enable
  proxyhc: expr template tpsize
  proxyhtml: bufsize charsetout doctype enable events extended fixups interp links meta stripcomments urlmap
  proxypass: inherit interpolateenv match reverse
  redirect: match permanent temp
  remote_: addr host ident user
  remoteip: header internalproxy internalproxylist proxiesheader trustedproxy trustedproxylist
  remove: charset encoding handler inputfilter language outputfilter type
  request_: filename rec scheme uri
  require: all any none
  rewrite: base cond engine map options rule
  rlimit: cpu mem nproc
  script: alias aliasmatch interpretersource log sock
  server: admin alias limit name path root signature tokens
  server_: addr admin name
  session: env exclude header include maxage
  sessioncookie: name name2 remove
  sessioncrypto: cipher driver passphrase passphrasefile
  sessiondbd: cookiename cookiename2 cookieremove deletelabel insertlabel peruser selectlabel updatelabel
  set: env envif envifexpr envifnocase handler ifempty inputfilter outputfilter
  ssi: endtag errormsg etag lastmodified legacyexprparser starttag timeformat undefinedecho
  ssl: -access-forbidden -secure-reneg certificatechainfile certificatefile certificatekeyfile ciphersuite compression
    cryptodevice engine fips honorcipherorder insecurerenegotiation opensslconfcmd options passphrasedialog protocol
    randomseed renegbuffersize require requiressl srpunknownuserseed srpverifierfile strictsnivhostcheck
  sslca: certificatefile certificatepath dnrequestfile dnrequestpath
  sslcarevocation: check file path
  sslocsp: defaultresponder enable noverify overrideresponder proxyurl respondercertificatefile respondertimeout
    responsemaxage responsetimeskew userequestnonce
  sslproxy: checkpeercn checkpeerexpire checkpeername ciphersuite engine protocol verify verifydepth
  sslproxyca: certificatefile certificatepath revocationcheck revocationfile revocationpath
  sslproxymachinecertificate: chainfile file path
  sslsession: cache cachetimeout ticketkeyfile tickets
  sslstapling: cache errorcachetimeout faketrylater forceurl respondertimeout responsemaxage responsetimeskew
    returnrespondererrors standardcachetimeout
  suppress: columnsorting description htmlpreamble icon lastmodified rules size
  thread: limit sperchild stacksize
  use: canonicalname canonicalphysicalport olddateformat r rdir
  vhost: cgimode cgiprivs group privs secure user
  virtual: documentroot documentrootip host scriptalias scriptaliasip
`;

/** All names that Apache's configuration knows. */
export function apacheWords(): Set<string> {
  const names = new Set<string>();
  for (const list of lists.trimEnd().split(/\n {2}(?! )/)) {
    const [, start = '', rest] = /^(?:(\S+):)?([\s\S]*)$/.exec(list)!;
    for (const end of rest!.trim().split(/\s+/)) if (end !== '') names.add(start + end);
  }
  return names;
}
