using Helm.Host.Voice;
using Helm.Speech.Setup;
using Microsoft.Extensions.Options;

namespace Helm.Host.Satellites;

/// <summary>What the talks of all satellites share.</summary>
internal sealed record SatelliteParts(
    SpeechEngines Engines, VoiceSessions Sessions, LanguageKeeper Language, IOptions<SpeechOptions> Speech, IOptions<VoiceOptions> Voice, TimeProvider Time);
