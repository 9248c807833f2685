namespace Helm.Speech.Setup;

/// <summary>A voice of a configured engine.</summary>
/// <param name="Name">As it is configured.</param>
/// <param name="Language">As in BCP 47.</param>
/// <param name="InUse">Helm speaks with it unless the engine fails.</param>
public sealed record InstalledVoice(string Engine, string Name, string Language, string About, bool InUse);
