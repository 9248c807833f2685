namespace Helm.PracticeCloud.Wire;

/// <summary>
/// An error that AWS answers with. An exception because a service refuses from the depth of reading its input;
/// the endpoint is the one place that catches it, and writes it in the protocol of the request.
/// </summary>
internal sealed class AwsErrorException(string code, string message, int status = 400) : Exception(message)
{
    public string Code { get; } = code;

    public int Status { get; } = status;
}
