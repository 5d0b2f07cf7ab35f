/** Names of functions that Shiki's grammar of PHP has not, though they are PHP's: all of these extensions, then single ones. */
export const moreExtensions = `
  apcu apd bbcode bcompiler cairo classkit crack cubrid cyrus db2 dbase dbplus dio fbird fbsql fdf filepro geoip gnupg gupnp hwapi ifxus
  ingres inotify judy kadm5 lzf mailparse maxdb ming mqseries msession msql ncurses oci openal parsekit phpdbg rpm runkit7 sapi scoutapm
  sodium ssdeep ssh2 stomp svn swoole udm uopz vpopmail win32 wincache xattr xdiff yaml yaz yp
  enchant id3 ifx newt px radius runkit seaslog`;
export const moreFunctions = `
  each expression filepro frenchtojd gregoriantojd jddayofweek jdmonthname jdtofrench jdtogregorian jdtojulian jewishtojd juliantojd msql
  rpmaddtag rpmdbinfo rpmdbsearch rpminfo rpmvercmp chdb_create curl_file_create event_add event_base_free event_base_loop
  event_base_loopbreak event_base_loopexit event_base_new event_base_priority_init event_base_reinit event_base_set event_buffer_base_set
  event_buffer_disable event_buffer_enable event_buffer_fd_set event_buffer_free event_buffer_new event_buffer_priority_set
  event_buffer_read event_buffer_set_callback event_buffer_timeout_set event_buffer_watermark_set event_buffer_write event_del event_free
  event_new event_priority_set event_set event_timer_add event_timer_del event_timer_new event_timer_set expect_expectl expect_popen
  fam_cancel_monitor fam_close fam_monitor_collection fam_monitor_directory fam_monitor_file fam_next_event fam_open fam_pending
  fam_resume_monitor fam_suspend_monitor fribidi_log2vis ftp_append ftp_mlsd gc_mem_caches gc_status gopher_parsedir imap_mutf7_to_utf8
  imap_utf8_to_mutf7 import_request_variables inclued_get_data ldap_add_ext ldap_bind_ext ldap_delete_ext ldap_exop ldap_exop_passwd
  ldap_exop_refresh ldap_exop_whoami ldap_mod_add_ext ldap_mod_del_ext ldap_mod_replace_ext ldap_parse_exop ldap_rename_ext ldap_start_tls
  oauth_get_sbs oauth_urlencode override_function php_check_syntax random_bytes random_int rar_wrapper_cache_stats rename_function
  session_pgsql_add_error session_pgsql_get_error session_pgsql_get_field session_pgsql_reset session_pgsql_set_field session_pgsql_status
  set_socket_blocking solr_get_version spl_object_id stats_cdf_noncentral_t stats_cdf_normal stats_dens_pmf_negative_binomial
  stats_dens_uniform stats_rand_gen_noncentral_chisquare stats_stat_factorial tcpwrap_check zookeeper_dispatch`;

/** Functions that the grammar knows and Rouge does not: names of these extensions, then single ones, newer ones among them. */
export const fewerExtensions = `
  enum fpm normalizer numfmt collator transliterator intlcal intltz datefmt locale resourcebundle msgfmt log net request xmlwriter`;
export const fewerFunctions = `
  array_all array_any array_find_key array_find array_is_list array_udiff_ukey array_udiff_key array_uintersect_ukey array_uintersect_key
  bcceil bcdivmod bcfloor bcround fdatasync fsync imagecreatefromavif imagecreatefromtga imagegetinterpolation imageavif fdiv fpow
  get_mangled_object_vars get_debug_type get_resource_id curl_upkeep curl_share_init_persistent fann_get_cascade_output_limit
  ob_etaghandler ob_deflatehandler ob_inflatehandler idn_to_unicode grapheme_str_split json_validate ldap_start ldap_tls mb_str_pad
  mb_ltrim mb_rtrim mb_trim mb_lcfirst mb_ucfirst openssl_cipher_key_length openssl_cms_sign openssl_cms_decrypt openssl_cms_encrypt
  openssl_cms_verify openssl_cms_read openssl_pkey_derive password_algos pcntl_rfork pcntl_getcpuaffinity pcntl_setcpuaffinity
  pcntl_unshare pcntl_waitid preg_last_error_msg posix_eaccess posix_sysconf posix_fpathconf posix_pathconf socket_atmark
  stats_stat_noncentral_t stats_stat_gennch stats_dens_negative_binomial stats_den_uniform stats_rand_gen_noncenral_chisquare
  stream_context_get_option stream_context_set_options str_contains str_starts_with str_ends_with str_increment str_decrement trader_stochr
`;

/** Of these extensions, only these functions are known. */
export const onlyFunctions: Readonly<Record<string, string>> = {
  http: 'http_build_query http_response_code',
  tidy: 'tidy_access_count tidy_config_count tidy_error_count tidy_get_output tidy_warning_count',
  mysqli: `
    mysqli_bind_param mysqli_bind_result mysqli_client_encoding mysqli_connect mysqli_disable_rpl_parse mysqli_enable_reads_from_master
    mysqli_enable_rpl_parse mysqli_escape_string mysqli_execute mysqli_fetch mysqli_get_cache_stats mysqli_get_client_stats
    mysqli_get_links_stats mysqli_get_metadata mysqli_master_query mysqli_param_count mysqli_report mysqli_rpl_parse_enabled
    mysqli_rpl_probe mysqli_send_long_data mysqli_slave_query`,
  m: `
    m_checkstatus m_completeauthorizations m_connect m_connectionerror m_deletetrans m_destroyconn m_destroyengine m_getcell
    m_getcellbynum m_getcommadelimited m_getheader m_initconn m_initengine m_iscommadelimited m_maxconntimeout m_monitor
    m_numcolumns m_numrows m_parsecommadelimited m_responsekeys m_responseparam m_returnstatus m_setblocking m_setdropfile
    m_setip m_setssl m_setssl_cafile m_setssl_files m_settimeout m_sslcert_gen_hash m_transactionssent m_transinqueue
    m_transkeyval m_transnew m_transsend m_uwait m_validateidentifier m_verifyconnection m_verifysslcert`,
  ps: `
    ps_add_bookmark ps_add_launchlink ps_add_locallink ps_add_note ps_add_pdflink ps_add_weblink ps_arc ps_arcn ps_begin_page
    ps_begin_pattern ps_begin_template ps_circle ps_clip ps_close ps_close_image ps_closepath ps_closepath_stroke
    ps_continue_text ps_curveto ps_delete ps_end_page ps_end_pattern ps_end_template ps_fill ps_fill_stroke ps_findfont
    ps_get_buffer ps_get_parameter ps_get_value ps_hyphenate ps_include_file ps_lineto ps_makespotcolor ps_moveto ps_new
    ps_open_file ps_open_image ps_open_image_file ps_open_memory_image ps_place_image ps_rect ps_restore ps_rotate ps_save
    ps_scale ps_set_border_color ps_set_border_dash ps_set_border_style ps_set_info ps_set_parameter ps_set_text_pos
    ps_set_value ps_setcolor ps_setdash ps_setflat ps_setfont ps_setgray ps_setlinecap ps_setlinejoin ps_setlinewidth
    ps_setmiterlimit ps_setoverprintmode ps_setpolydash ps_shading ps_shading_pattern ps_shfill ps_show ps_show2 ps_show_boxed
    ps_show_xy ps_show_xy2 ps_string_geometry ps_stringwidth ps_stroke ps_symbol ps_symbol_name ps_symbol_width ps_translate`,
};
