namespace Helm.Host.Listening;

/// <summary>Helm does not start, for a reason that the person who starts it can mend.</summary>
public sealed class StartRefusedException(string message, Exception? cause = null) : Exception(message, cause);
