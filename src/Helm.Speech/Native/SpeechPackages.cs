namespace Helm.Speech.Native;

/// <summary>Where the embedded engines come from.</summary>
public static class SpeechPackages
{
    /// <summary>The one command that installs all of them.</summary>
    public const string InstallCommand =
        "apt-get install -y --no-install-recommends pocketsphinx-en-us libpocketsphinx3 libespeak-ng1 espeak-ng-data flite";
}
