import type { Language } from '../language.js';
import { words } from '../rule.js';
import { lineComment, rule } from './pieces.js';

/** The player's components, as Rouge lists them. */
const components = words(
  {
    kr: `
  roAppendFile roAppInfo roAppManager roArray roAssociativeArray roAudioGuide roAudioMetadata roAudioPlayer roAudioPlayerEvent
  roAudioResourceroBitmap roBoolean roBrightPackage roBrSub roButton roByteArray roCaptionRenderer roCaptionRendererEvent roCecInterface
  roCECStatusEvent roChannelStore roChannelStoreEvent roClockWidget roCodeRegistrationScreen roCodeRegistrationScreenEventroCompositor
  roControlDown roControlPort roControlUp roCreateFile roDatagramReceiver roDatagramSender roDataGramSocket roDateTime roDeviceInfo
  roDeviceInfoEvent roDoubleroEVPCipher roEVPDigest roFileSystem roFileSystemEvent roFloat roFont roFontMetrics roFontRegistry roFunction
  roGlobal roGpio roGridScreen roGridScreenEvent roHdmiHotPlugEventroHdmiStatus roHdmiStatusEvent roHMAC roHttpAgent roImageCanvas
  roImageCanvasEvent roImageMetadata roImagePlayer roImageWidgetroInput roInputEvent roInt roInvalid roIRRemote roKeyboard
  roKeyboardPress roKeyboardScreen roKeyboardScreenEventroList roListScreen roListScreenEvent roLocalization roLongInteger
  roMessageDialog roMessageDialogEvent roMessagePort roMicrophone roMicrophoneEvent roNetworkConfiguration roOneLineDialog
  roOneLineDialogEventroParagraphScreen roParagraphScreenEvent roPath roPinEntryDialog roPinEntryDialogEvent roPinentryScreen
  roPosterScreen roPosterScreenEventroProgramGuide roQuadravoxButton roReadFile roRectangleroRegexroRegion roRegistry roRegistrySection
  roResourceManager roRSA roRssArticle roRssParser roScreen roSearchHistory roSearchScreen roSearchScreenEvent roSerialPort roSGNode
  roSGNodeEvent roSGScreenroSGScreenEvent roSlideShowroSlideShowEvent roSNS5 roSocketAddress roSocketEvent roSpringboardScreen
  roSpringboardScreenEventroSprite roStorageInfo roStreamSocket roStringroSystemLogroSystemLogEvent roSystemTime roTextFieldroTextScreen
  roTextScreenEvent roTextToSpeech roTextToSpeechEvent roTextureManager roTextureRequest roTextureRequestEventroTextWidget roTimer
  roTimespan roTouchScreen roTunerroTunerEvent roUniversalControlEvent roUrlEvent roUrlTransfer roVideoEvent roVideoInput roVideoMode
  roVideoPlayer roVideoPlayerEvent roVideoScreen roVideoScreenEventroWriteFile roXMLElement roXMLList`,
  },
  '',
);
const wordClass = words(
  {
    kr: `
      box createobject dim each else elseif end endfunction endif endsub endwhile eval exit exitwhile false for function getglobalaa
      getlastruncompileerror getlastrunruntimeerror goto if in invalid let line_num m next objfun pos print rem return run step stop sub
      tab to true type while class const import library namespace private protected public`,
    kt: `boolean double dynamic float integer interface longinteger object string void`,
    nb: `
      abs asc atn cdbl chr cint control copyfile cos createdirectory csng deletedirectory deletefile exp findmemberfunction findnode fix
      formatdriveformatjson getinterface instr int lcase left len listdir log matchfiles mid movefile observefield parsejson parsexml
      readasciifile rebootsystem right rnd rungarbagecollector sgn sin sleep sqr str stri string stringi strtoi substitute tantexttop
      text trucase uptime valvisible visible wait`,
    ow: 'and as mod not or then',
  },
  'n',
);
const name = '[$a-zA-Z_][a-zA-Z0-9_]*';

/** BrightScript, Roku's language. */
export const brightscript: Language = {
  modes: {
    root: [
      rule('[\\t-\\r ]+', 'w'),
      lineComment("(?:'|[rR][eE][mM])", 'c1'),
      rule(String.raw`[~!%^&*+=|?:<>\/\-]`, 'o'),
      rule(String.raw`[0-9]*\.[0-9]+(?:[eE]-?[0-9]+)?`, 'mf'),
      rule('[0-9]+[luLU]*', 'mi'),
      rule('"[^"\\n]*"', 's2'),
      rule(`${name}(?=[\\t-\\r ]*\\()`, 'nf'),
      rule(String.raw`[()[\],.;{}]`, 'p'),
      rule(name, (text) => components(text) || wordClass(text.toLowerCase())),
    ],
  },
};
